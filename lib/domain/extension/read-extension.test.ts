import { expect, it } from 'vitest';
import { basisState } from '#lib/domain/extension/extension-list.ts';
import { extensionRemarks, readExtension } from '#lib/domain/extension/read-extension.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TYPED = {
  done: 'Tjugo möten och fyra studiebesök hos arbetsgivare.',
  progress: 'Kan presentera sig på svenska för en arbetsgivare.',
  remains: 'Svenskan på arbetsplatsen behöver bli bättre.',
  why: 'Praktik hos två arbetsgivare som har sagt ja.',
  aim: 'Anställning i lager eller butik före sommaren.',
};
const placement = { to: plainDate('2026-07-01') };

it('is read with the last day of the period, by which an answer is needed', () => {
  const read = readExtension(TYPED, placement);
  expect(read.ok && read.value).toEqual({ ...TYPED, answerBy: '2026-06-30' });
});

it('names every part that says too little, and one that says the same as another', () => {
  const read = readExtension({ ...TYPED, done: 'Möten.', aim: TYPED.why }, placement);
  expect(read.ok ? [] : read.error.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/done tooShort',
    '/aim sameText',
  ]);
});

it('points out words of health, and a basis long before it is due', () => {
  const content = {
    ...TYPED,
    remains: 'Väntar på en diagnos som utreds nu.',
    answerBy: plainDate('2026-06-30'),
  };
  const pointers = (today: string) =>
    extensionRemarks(content, plainDate(today)).map(({ pointer }) => pointer);
  expect(pointers('2026-06-01')).toEqual(['/remains']);
  expect(pointers('2026-03-01')).toEqual(['/remains', '']);
});

it.each([
  [null, false, '2026-06-09', 'missing'],
  [null, false, '2026-06-10', 'late'],
  ['returned', false, '2026-06-10', 'returned'],
  [null, true, '2026-06-10', 'declined'],
] as const)('a basis that is %s, declined %s, stands on %s as %s', (status, isDeclined, today, state) => {
  expect(basisState({ status, isDeclined, dueOn: plainDate('2026-06-09') }, plainDate(today))).toBe(state);
});
