import { describe, expect, it } from 'vitest';
import {
  answerCovers,
  type AskedConfirmation,
  confirmationState,
} from '#lib/domain/evidence/confirmation.ts';
import { answererOf } from '#lib/domain/evidence/answerer.ts';
import { confirmationMail } from '#lib/domain/evidence/confirmation-mail.ts';
import { readAnswer } from '#lib/domain/evidence/read-answer.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const SPELL = {
  from: plainDate('2026-03-02'),
  to: null,
  extentPercent: 75,
  employerOrgNo: '5599458022',
  employerName: 'Bageriet',
};
const ASKED: AskedConfirmation = {
  ...SPELL,
  id: 'c',
  placementId: 'p',
  participantId: 'd',
  participantName: 'Amina Ali',
  isProtected: false,
  providerName: 'Framsteg',
  askedByPersonId: 'h',
  type: 'employment',
  contactName: 'Berit',
  locale: 'sv',
  askedAt: '2026-07-01T08:00:00.000Z',
  expiresAt: '2026-07-22T08:00:00.000Z',
  endedAs: null,
  currentOutcomeId: 'o',
  currentStatus: 'submitted',
  currentSpells: [SPELL],
  answer: null,
};
const NOW = '2026-07-10T08:00:00.000Z';
const ANSWER = { kind: 'confirmed', name: 'Berit', answeredAt: NOW, contentHash: 'x' } as const;

describe('a link', () => {
  it.each([
    ['open', {}],
    ['open', { currentStatus: 'approved' }],
    ['answered', { answer: ANSWER, endedAs: 'replaced' }],
    ['revoked', { endedAs: 'revoked' }],
    ['replaced', { endedAs: 'replaced' }],
    ['revoked', { isProtected: true }],
    ['expired', { expiresAt: NOW }],
    ['withdrawn', { currentStatus: null, currentOutcomeId: null, currentSpells: [] }],
    ['withdrawn', { currentStatus: 'rejected' }],
    ['otherEmployer', { currentSpells: [{ ...SPELL, employerOrgNo: '2021002114' }] }],
    ['corrected', { currentSpells: [{ ...SPELL, extentPercent: 50 }] }],
    ['corrected', { currentSpells: [{ ...SPELL, from: plainDate('2026-03-09') }] }],
  ] as const)('is %s with %j', (state, change) => {
    expect(confirmationState({ ...ASKED, ...change }, NOW)).toBe(state);
  });
});

const TODAY = plainDate('2026-07-10');
const TYPED = {
  answer: 'confirmed',
  from: '',
  through: '',
  extentPercent: '',
  text: '',
  name: 'Berit Berg',
  role: 'Föreståndare',
  speaksFor: true,
};
const given = { today: TODAY, locale: 'sv' } as const;
const CORRECTED = { answer: 'corrected', from: '2026-03-02', extentPercent: '75' };

describe('an answer', () => {
  it('that all is right covers the days through the one it is given on', () => {
    expect(readAnswer(TYPED, ASKED, given)).toMatchObject({
      ok: true,
      value: { answer: { kind: 'confirmed' } },
    });
    expect(answerCovers({ kind: 'confirmed' }, ASKED, TODAY)).toEqual({
      days: { from: '2026-03-02', to: '2026-07-11' },
      extentPercent: 75,
    });
  });

  it('that it ended covers the days to its end', () => {
    const read = readAnswer({ ...TYPED, ...CORRECTED, through: '2026-05-15' }, ASKED, given);
    const answer = { kind: 'corrected', from: '2026-03-02', to: '2026-05-16', extentPercent: 75 };
    expect(read).toMatchObject({ ok: true, value: { answer } });
    const ended = {
      kind: 'corrected',
      from: ASKED.from,
      to: plainDate('2026-05-16'),
      extentPercent: 75,
    } as const;
    expect(answerCovers(ended, ASKED, TODAY)?.days.to).toBe('2026-05-16');
  });

  it('that it is not known covers nothing', () => {
    expect(answerCovers({ kind: 'denied' }, ASKED, TODAY)).toBeNull();
  });

  it.each([
    [{ answer: 'perhaps' }, '/answer', 'answerMissing'],
    [{ name: ' ' }, '/name', 'nameMissing'],
    [{ role: '' }, '/role', 'roleMissing'],
    [{ speaksFor: false }, '/speaksFor', 'speaksForMissing'],
    [{ ...CORRECTED }, '/answer', 'nothingCorrected'],
    [{ ...CORRECTED, from: '' }, '/from', 'dateMissing'],
    [{ ...CORRECTED, from: '2026-13-01' }, '/from', 'dateInvalid'],
    [{ ...CORRECTED, from: '2026-07-11' }, '/from', 'dateInFuture'],
    [{ ...CORRECTED, through: '2026-03-01' }, '/through', 'endBeforeStart'],
    [{ ...CORRECTED, through: 'maj' }, '/through', 'dateInvalid'],
    [{ ...CORRECTED, extentPercent: '101' }, '/extentPercent', 'extentInvalid'],
  ])('with %j is refused at %s', (change, pointer, code) => {
    const read = readAnswer({ ...TYPED, ...change }, ASKED, given);
    expect(read).toMatchObject({ ok: false, error: [{ pointer, code }] });
  });
});

it.each([
  ['employment', 'employer'],
  ['studies', 'school'],
  ['ownBusiness', null],
] as const)('%s is confirmed by: %s', (type, answerer) => {
  expect(answererOf(type)).toBe(answerer);
});

describe('the mail', () => {
  it.each([
    ['sv', 'employer', 'en anställning'],
    ['sv', 'school', 'studier'],
    ['en', 'employer', 'employment'],
    ['en', 'school', 'studies'],
  ] as const)(
    'in %s to the %s says what it is about, and names nobody but its reader',
    (locale, answerer, what) => {
      const mail = confirmationMail({ ...ASKED, answerer, link: 'https://portal/confirm/x' }, locale);
      expect(mail.subject).toContain(what);
      expect(/arbetsgivare|as employer/.test(mail.text)).toBe(answerer === 'employer');
      expect(mail.text).toContain('https://portal/confirm/x');
      expect(`${mail.subject} ${mail.text}`).not.toMatch(/Amina|\d{6}/);
    },
  );
});
