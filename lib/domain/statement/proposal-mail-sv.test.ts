import { expect, it } from 'vitest';
import { proposalMail } from '#lib/domain/statement/proposal-mail-sv.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

it('a proposal is told with its cut-off, the last day to answer and what silence means', () => {
  const { subject, text } = proposalMail(plainDate('2026-05-24'), plainDate('2026-06-15'));
  expect(subject).toBe('Ett självfakturaunderlag är klart');
  expect(text).toContain('räknat till och med den 24 maj 2026');
  expect(text).toContain('Svara senast den 15 juni 2026');
  expect(text).toContain('Svarar ni inte räknas det som godkänt.');
  expect(text).not.toMatch(/\d+ (kr|öre)/);
});
