import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { activityVector, rowsOfVector } from '#lib/domain/report/activity-vector.ts';
import { type ReportRow, rowOrder } from '#lib/domain/report/report-content.ts';

test('the hours of a report are one text, in the order in which people see them', () => {
  expect(
    activityVector({
      rows: [
        { activity: 'mapping', form: 'phone', minutes: 30 },
        { activity: 'individualMeeting', form: 'video', minutes: 45 },
        { activity: 'individualMeeting', form: 'onSite', minutes: 60 },
        { activity: 'ownWork', form: null, minutes: 600 },
      ],
    }),
  ).toBe('individualMeeting:onSite:60|individualMeeting:video:45|ownWork::600|mapping:phone:30');
  expect(activityVector({ rows: [] })).toBe('');
});

test('what no report says is not read', () => {
  expect(() => rowsOfVector('dancing:onSite:60')).toThrow('dancing');
});

test('equal hours are equal texts whatever order they are given in, and nothing is lost', () => {
  const row = fc.record({
    activity: fc.constantFrom(...ACTIVITY_CODES),
    form: fc.constantFrom(...ACTIVITY_FORMS),
    minutes: fc.integer({ min: 1, max: 400 }).map((quarters) => quarters * 15),
  });
  const rows = fc.uniqueArray(row, { selector: rowOrder, maxLength: 12 });
  const seed = Date.now();
  fc.assert(
    fc.property(rows, (given: readonly ReportRow[]) => {
      const vector = activityVector({ rows: given });
      expect(activityVector({ rows: given.toReversed() })).toBe(vector);
      expect(rowsOfVector(vector)).toEqual(given.toSorted((a, b) => rowOrder(a) - rowOrder(b)));
    }),
    { seed },
  );
});
