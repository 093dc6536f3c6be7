import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { contentDifference, saysTheSame } from '#lib/domain/report/content-difference.ts';
import { EMPTY_CONTENT, type ReportContent, type ReportRow } from '#lib/domain/report/report-content.ts';

const row = (activity: ReportRow['activity'], form: ReportRow['form'], minutes: number): ReportRow => ({
  activity,
  form,
  minutes,
});
const content = (rows: readonly ReportRow[], more: Partial<ReportContent> = {}): ReportContent => ({
  ...EMPTY_CONTENT,
  rows,
  ...more,
});

describe('the difference between two contents', () => {
  it('has each activity and form that is not the same, what came and what went as from and to nothing', () => {
    const before = content([row('individualMeeting', 'onSite', 60), row('mapping', 'video', 30)]);
    const after = content([row('individualMeeting', 'onSite', 90), row('individualMeeting', 'phone', 15)]);
    expect(contentDifference(before, after).rows).toEqual([
      { activity: 'individualMeeting', form: 'onSite', before: 60, after: 90 },
      { activity: 'individualMeeting', form: 'phone', before: 0, after: 15 },
      { activity: 'mapping', form: 'video', before: 30, after: 0 },
    ]);
  });

  it('has the language, the job suggestions and the reason that are not the same', () => {
    expect(
      contentDifference(content([]), content([], { languageSupport: 'ar', jobSuggestions: 2 })),
    ).toMatchObject({
      rows: [],
      languageSupport: { before: null, after: 'ar' },
      jobSuggestions: { before: 0, after: 2 },
      noActivityReason: null,
    });
  });
});

const contents: fc.Arbitrary<ReportContent> = fc.record({
  rows: fc.uniqueArray(
    fc.record({
      activity: fc.constantFrom(...ACTIVITY_CODES),
      form: fc.constantFrom(...ACTIVITY_FORMS),
      minutes: fc.integer({ min: 1, max: 20 }).map((quarters) => quarters * 15),
    }),
    { selector: ({ activity, form }) => `${activity} ${form}`, maxLength: 8 },
  ),
  languageSupport: fc.constantFrom(null, 'ar', 'so'),
  jobSuggestions: fc.nat(3),
  noActivityReason: fc.constant(null),
});

describe('for any two contents', () => {
  it('the difference of one with itself, in any order, is none', () => {
    fc.assert(
      fc.property(contents, (given) => {
        expect(saysTheSame(given, { ...given, rows: given.rows.toReversed() })).toBe(true);
      }),
    );
  });

  it('before plus the difference is after: the sums of minutes agree', () => {
    const sum = (rows: readonly { readonly minutes: number }[]): number =>
      rows.reduce((total, { minutes }) => total + minutes, 0);
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const moved = contentDifference(before, after).rows.reduce(
          (total, r) => total + r.after - r.before,
          0,
        );
        expect(sum(before.rows) + moved).toBe(sum(after.rows));
      }),
    );
  });
});
