import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { good, parse, PLACEMENTS, placementOf } from '#lib/domain/report/testing/report-rows.ts';

const seed = Date.now();
const activityRow = fc.record({
  implementation_reference: fc.constantFrom(...PLACEMENTS.keys()),
  month: fc.constantFrom('2026-03', '2026-04'),
  activity: fc.constantFrom(...ACTIVITY_CODES),
  form: fc.constantFrom(...ACTIVITY_FORMS),
  minutes: fc.integer({ min: 1, max: 100 }).map((quarters) => quarters * 15),
});
const identity = (row: {
  implementation_reference: string;
  month: string;
  activity: string;
  form: string;
}): string => [placementOf(row.implementation_reference), row.month, row.activity, row.form].join(' ');

test('no minute is lost or made: good rows go in whole, in whatever order they come', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(activityRow, { selector: identity, maxLength: 40 }),
      fc.infiniteStream(fc.nat()),
      (rows, ranks) => {
        const sorted = parse(...rows);
        const shuffled = parse(
          ...rows
            .map((row) => ({ row, rank: ranks.next().value }))
            .toSorted((a, b) => Number(a.rank) - Number(b.rank))
            .map(({ row }) => row),
        );
        const contents = ({ reports }: typeof sorted): readonly string[] =>
          reports
            .map(({ placementId, month, content }) => JSON.stringify([placementId, month, content]))
            .toSorted();
        expect(sorted.faults).toEqual([]);
        expect(contents(shuffled)).toEqual(contents(sorted));
        const minutes = sorted.reports
          .flatMap(({ content }) => content.rows)
          .reduce((sum, row) => sum + row.minutes, 0);
        expect(minutes).toBe(rows.reduce((sum, row) => sum + row.minutes, 0));
      },
    ),
    { seed },
  );
});

test('whatever is sent, it is answered: a report goes in without a fault, or its faults are named', () => {
  const anyRow = fc.oneof(
    fc.anything(),
    fc.record(
      Object.fromEntries(
        Object.keys(good).map((column) => [column, fc.oneof(fc.constant(good[column]), fc.anything())]),
      ),
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
      const { reports, faults } = parse(...rows);
      const wrong = new Set(faults.map(({ pointer }) => Number(pointer.split('/')[2])));
      for (const { firstSource, sources } of reports) {
        for (const { index } of [firstSource, ...sources]) expect(wrong.has(index)).toBe(false);
      }
      expect(faults.every(({ message, fix }) => message !== '' && fix !== '')).toBe(true);
    }),
    { seed },
  );
});
