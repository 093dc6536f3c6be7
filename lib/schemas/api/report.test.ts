import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { readRow } from '#lib/domain/report/read-row.ts';
import { reportRow } from '#lib/schemas/api/report.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: fc.constantFrom('x', '', null, -1, 1.5, true) });
const row = fc.record(
  {
    implementation_reference: maybe(fc.constantFrom('100000001', '999999999')),
    month: maybe(fc.constantFrom('2026-03', '2026-12')),
    activity: maybe(fc.constantFrom(...ACTIVITY_CODES, 'none')),
    form: maybe(fc.constantFrom('onSite', 'video', 'phone', '')),
    minutes: maybe(
      fc.oneof(
        fc.integer({ min: 0, max: 100 }).map((n) => n * 15),
        fc.constantFrom('60', '0'),
      ),
    ),
    language_support: maybe(fc.constantFrom('ar', 'pt-BR', '')),
    job_suggestions: maybe(fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constantFrom('2', ''))),
    reason: maybe(fc.constantFrom(...ABSENCE_REASONS, '')),
  },
  { requiredKeys: [] },
);

/** What the description cannot say: the terms' step of minutes, and what one field makes of another. */
const BETWEEN_FIELDS = [
  'minutesStep',
  'minutesMissing',
  'minutesTooMany',
  'minutesTooFew',
  'formMissing',
  'noneWithForm',
  'noneWithMinutes',
  'reasonMissing',
  'reasonWithoutNone',
];

test('a row that fits its description has no fault but between its fields', () => {
  const seen = fc.check(
    fc.property(row, (given) => {
      fc.pre(reportRow.safeParse(given).success);
      const { faults } = readRow(given, { index: 0, fileRow: null }, { minuteStep: 15 });
      return faults.every(({ code }) => BETWEEN_FIELDS.includes(code));
    }),
    { numRuns: 2000 },
  );
  expect(seen.failed, `seed ${seen.seed}: ${JSON.stringify(seen.counterexample)}`).toBe(false);
});

test('a row without faults fits its description', () => {
  const seen = fc.check(
    fc.property(row, (given) => {
      fc.pre(readRow(given, { index: 0, fileRow: null }, { minuteStep: 15 }).faults.length === 0);
      return reportRow.safeParse(given).success;
    }),
    { numRuns: 2000 },
  );
  expect(seen.failed, `seed ${seen.seed}: ${JSON.stringify(seen.counterexample)}`).toBe(false);
});
