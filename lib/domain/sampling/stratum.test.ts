import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleShare, sampleSize } from '#lib/domain/sampling/stratum.ts';
import { TERMS_SINCE_REVIEW } from '#lib/domain/terms/terms.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const terms = TERMS_SINCE_REVIEW;
const TODAY = plainDate('2026-07-13');

test.each([
  ['2024-05-01', null, 50, 'normal'],
  // Six months from 14 January are over on 14 July, and from 13 January on the day of the draw.
  ['2026-01-14', null, 100, 'newContract'],
  ['2026-01-13', null, 50, 'normal'],
  ['2024-05-01', '2026-01-14', 200, 'findings'],
  ['2024-05-01', '2026-01-13', 50, 'normal'],
  ['2026-06-01', '2026-06-10', 200, 'findings'],
])('a contract from %s with its last finding on %s: %d ‰, %s', (from, finding, permille, because) => {
  const lastFindingOn = finding === null ? null : plainDate(finding);
  expect(sampleShare({ contractFrom: plainDate(from), lastFindingOn }, terms, TODAY)).toEqual({
    permille,
    because,
  });
});

test('terms that ask less after findings never lower the share', () => {
  const facts = { contractFrom: plainDate('2020-01-01'), lastFindingOn: plainDate('2026-07-01') };
  expect(sampleShare(facts, { ...terms, sampleFindingPermille: 10 }, TODAY)).toEqual({
    permille: 50,
    because: 'normal',
  });
});

test.each([
  [1, 50, 1, 1],
  [20, 50, 1, 1],
  [21, 50, 1, 2],
  [100, 50, 1, 5],
  [3, 50, 5, 3],
  [7, 1000, 1, 7],
  [40, 0, 0, 0],
])('of %d with %d ‰ and at least %d there are drawn %d', (count, permille, least, drawn) => {
  expect(sampleSize(count, permille, least)).toBe(drawn);
});

test('never more than there are, never less than the share, and more of more', () => {
  const size = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(size, fc.nat({ max: 1000 }), fc.nat({ max: 20 }), (count, permille, least) => {
      const drawn = sampleSize(count, permille, least);
      expect(drawn).toBeLessThanOrEqual(count);
      expect(drawn * 1000).toBeGreaterThanOrEqual(count * permille);
      expect(sampleSize(count + 1, permille, least)).toBeGreaterThanOrEqual(drawn);
    }),
  );
});
