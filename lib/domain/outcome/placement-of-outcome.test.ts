import { expect, it } from 'vitest';
import { placementOfOutcome } from '#lib/domain/outcome/placement-of-outcome.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const FIRST = { placementId: 'first', from: plainDate('2026-01-02'), end: plainDate('2026-03-02') };
const SECOND = { placementId: 'second', from: plainDate('2026-03-09'), end: plainDate('2026-07-01') };

it.each([
  ['in its service days', '2026-02-02', 'first'],
  ['between the two', '2026-03-02', 'first'],
  ['on the first day of the second', '2026-03-09', 'second'],
  ['after both', '2026-09-01', 'second'],
  ['before both', '2025-12-01', null],
])('work that begins %s (%s) belongs to %s', (_, from, placementId) => {
  const work = {
    from: plainDate(from),
    to: null,
    extentPercent: 100,
    employerOrgNo: null,
    employerName: 'A',
  };
  const content = {
    type: 'employment' as const,
    from: plainDate('2025-12-01'),
    signalledOn: plainDate(from),
    appliedOn: null,
    spells: [work],
  };
  expect(placementOfOutcome(content, [FIRST, SECOND])).toBe(placementId);
  expect(placementOfOutcome(content, [SECOND, FIRST])).toBe(placementId);
});
