import { describe, expect, test } from 'vitest';
import { readComplaint, refuseAnswering } from '#lib/domain/complaint/complaint.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-04-20');
const typed = {
  from: 'participant',
  category: 'availability',
  receivedOn: '2026-04-20',
  words: 'Ingen svarar i telefon, inte på två veckor.',
};

describe('a complaint', () => {
  test('is read as it was typed', () => {
    expect(readComplaint(typed, TODAY)).toEqual({
      ok: true,
      value: { ...typed, receivedOn: plainDate('2026-04-20') },
    });
  });

  test.each([
    ['nobody it came from', { from: '' }, '/from'],
    ['nothing it is about', { category: 'weather' }, '/category'],
    ['no day', { receivedOn: 'igår' }, '/receivedOn'],
    ['a day that has not come', { receivedOn: '2026-04-21' }, '/receivedOn'],
    ['hardly any words', { words: 'Dåligt.  ' }, '/words'],
  ])('is refused with %s, at its field', (_, change, pointer) => {
    const read = readComplaint({ ...typed, ...change }, TODAY);
    expect(read.ok ? [] : read.error.map((problem) => problem.pointer)).toEqual([pointer]);
  });

  test('is answered once', () => {
    expect(refuseAnswering({ answered: false })).toBeNull();
    expect(refuseAnswering({ answered: true })?.code).toBe('alreadyAnswered');
  });
});
