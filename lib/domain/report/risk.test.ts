import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/report/check.ts';
import { riskOf } from '#lib/domain/report/risk.ts';
import { checked } from '#lib/domain/report/testing/checked.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const { terms } = checked();
const below: Finding = {
  code: 'BELOW_MINIMUM',
  severity: 'flag',
  facts: { minutes: 0, least: 60, serviceDays: 7 },
  row: null,
  column: 'minutes',
};
const late: Finding = {
  code: 'LATE',
  severity: 'flag',
  facts: { submittedOn: plainDate('2026-04-11'), dueOn: plainDate('2026-04-10') },
  row: null,
  column: 'month',
};
const hold: Finding = {
  code: 'MANDATORY_MISSING',
  severity: 'hold',
  facts: { month: month('2026-03') },
  row: null,
  column: 'activity',
};

test('no flags, no risk; a hold is not a risk but a person’s matter', () => {
  expect(riskOf([], terms)).toBe(0);
  expect(riskOf([hold], terms)).toBe(0);
});

test('one flag is its weight, two are less than their sum', () => {
  expect(riskOf([below], terms)).toBe(20);
  // 100 × (1 − 0.8 × 0.95) = 24
  expect(riskOf([below, late], terms)).toBe(24);
});

test('a flag that the terms say nothing of weighs what it always has, and one of weight 0 adds nothing', () => {
  expect(riskOf([below], { ...terms, flagWeightPermille: {} })).toBe(20);
  expect(riskOf([below], { ...terms, flagWeightPermille: { BELOW_MINIMUM: 0 } })).toBe(0);
});

test('another flag never lowers the risk, and it stays within 0–100', () => {
  const weights = fc.record({
    BELOW_MINIMUM: fc.integer({ min: 0, max: 1000 }),
    LATE: fc.integer({ min: 0, max: 1000 }),
  });
  const seed = Date.now();
  fc.assert(
    fc.property(
      weights,
      fc.array(fc.constantFrom(below, late), { maxLength: 20 }),
      (flagWeightPermille, flags) => {
        const given = { ...terms, flagWeightPermille };
        const risk = riskOf(flags, given);
        const more = riskOf([...flags, below], given);
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(more).toBeGreaterThanOrEqual(risk);
        expect(more).toBeLessThanOrEqual(100);
      },
    ),
    { seed },
  );
});
