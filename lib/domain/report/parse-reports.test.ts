import { describe, expect, test } from 'vitest';
import { parseReports } from '#lib/domain/report/parse-reports.ts';
import { good, OPTIONS, parse, placementOf, type Row } from '#lib/domain/report/testing/report-rows.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const none: Row = { ...good, activity: 'none', form: '', minutes: '0', reason: 'sick' };

function told(faults: readonly FieldProblem[]): readonly string[] {
  return faults.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('rows become reports', () => {
  test('those of a placement and a month are one, by either of its references, in the one order', () => {
    const { reports, faults } = parse(
      { ...good, implementation_reference: '100000002', activity: 'mapping', form: 'video' },
      { ...good, implementation_reference: '100000003' },
      good,
      { ...good, month: '2026-04' },
    );
    expect(faults).toEqual([]);
    expect(
      reports.map(({ placementId, month, content }) => [placementId, month, content.rows.length]),
    ).toEqual([
      ['a', '2026-03', 2],
      ['b', '2026-03', 1],
      ['a', '2026-04', 1],
    ]);
    expect(reports[0]).toMatchObject({
      content: { rows: [{ activity: 'individualMeeting' }, { activity: 'mapping' }] },
      sources: [{ index: 2 }, { index: 0 }],
      firstSource: { index: 0 },
    });
  });

  test('text, numbers and missing fields say the same', () => {
    const json = {
      implementation_reference: '100000001',
      month: '2026-03',
      activity: 'individualMeeting',
      form: 'onSite',
      minutes: 60,
      language_support: null,
      job_suggestions: 0,
    };
    expect(parse(json)).toEqual(parse(good));
    expect(parse({ ...good, minutes: ' 60 ', form: 'onSite ' })).toEqual(parse(good));
  });

  test('own work needs no form, and is another row with one', () => {
    const { reports, faults } = parse(
      { ...good, activity: 'ownWork', form: '' },
      { ...good, activity: 'ownWork', form: 'phone' },
    );
    expect(faults).toEqual([]);
    expect(reports[0]?.content.rows.map(({ form }) => form)).toEqual([null, 'phone']);
  });

  test('who took part in nothing has one row with a reason', () => {
    expect(parse(none).reports[0]?.content).toEqual({
      rows: [],
      languageSupport: null,
      jobSuggestions: 0,
      noActivityReason: 'sick',
    });
  });
});

describe('a value that cannot be is named with its field', () => {
  test.each([
    ['minutes', '20', 'minutesStep'],
    ['minutes', '-15', 'minutesNotWhole'],
    ['minutes', '7.5', 'minutesNotWhole'],
    ['minutes', 30.5, 'minutesNotWhole'],
    ['minutes', '1e3', 'minutesNotWhole'],
    ['minutes', '0x3C', 'minutesNotWhole'],
    ['minutes', '60 min', 'minutesNotWhole'],
    ['minutes', '٦٠', 'minutesNotWhole'],
    ['minutes', '0', 'minutesTooFew'],
    ['minutes', '', 'minutesMissing'],
    ['minutes', null, 'minutesMissing'],
    ['minutes', '999999999999999999', 'minutesNotWhole'],
    ['minutes', '44655', 'minutesTooMany'],
    ['minutes', true, 'minutesNotWhole'],
    ['minutes', { $gt: 0 }, 'minutesNotWhole'],
    ['activity', '', 'activityMissing'],
    ['activity', 'IndividualMeeting', 'activityUnknown'],
    ['activity', 'constructor', 'activityUnknown'],
    ['form', '', 'formMissing'],
    ['form', 'onsite', 'formUnknown'],
    ['month', '2026-13', 'monthFormat'],
    ['month', '2026-3', 'monthFormat'],
    ['month', '202603', 'monthFormat'],
    ['month', undefined, 'monthMissing'],
    ['implementation_reference', '12345678', 'referenceFormat'],
    ['implementation_reference', '100 000 001', 'referenceFormat'],
    ['implementation_reference', '', 'referenceMissing'],
    ['implementation_reference', '999999999', 'referenceUnknown'],
    ['language_support', 'arabiska språket', 'languageFormat'],
    ['job_suggestions', '1000', 'jobSuggestionsTooMany'],
    ['job_suggestions', '-1', 'jobSuggestionsNotWhole'],
    ['job_suggestions', 'två', 'jobSuggestionsNotWhole'],
    ['reason', 'sick', 'reasonWithoutNone'],
  ] as const)('%s %j: %s', (column, value, code) => {
    const { reports, faults } = parse({ ...good, [column]: value });
    expect(reports).toEqual([]);
    expect(faults).toMatchObject([{ pointer: `/rows/0/${column}`, column, code }]);
    expect(faults[0]?.message).toMatch(/\.$/);
    expect(faults[0]?.fix).toMatch(/\S/);
  });

  test.each([
    ['minutes', '60', 'noneWithMinutes'],
    ['form', 'onSite', 'noneWithForm'],
    ['reason', '', 'reasonMissing'],
    ['reason', 'lazy', 'reasonUnknown'],
  ])('took part in nothing, but %s is %j: %s', (column, value, code) => {
    expect(told(parse({ ...none, [column]: value }).faults)).toEqual([`/rows/0/${column} ${code}`]);
  });

  test.each([[1], ['a'], [null], [[good]]])('a row that is no row: %j', (row) => {
    expect(told(parse(row).faults)).toEqual(['/rows/0 rowShape']);
  });

  test('a long value is shown short, on one line', () => {
    const [fault] = parse({ ...good, activity: `${'x'.repeat(500)}\n<script>` }).faults;
    expect(fault?.message.length).toBeLessThan(80);
    expect(fault?.message).not.toContain('\n');
  });
});

describe('what the rows of a report say together', () => {
  test('the same activity and form twice', () => {
    expect(told(parse(good, { ...good, minutes: '30' }).faults)).toEqual(['/rows/1/activity duplicateRow']);
    expect(told(parse(none, none).faults)).toEqual(['/rows/1/activity duplicateRow']);
  });

  test('twice by the two references of one placement too', () => {
    const second = { ...good, implementation_reference: '100000002' };
    expect(told(parse(good, second).faults)).toEqual(['/rows/1/activity duplicateRow']);
  });

  test('nothing and something', () => {
    expect(told(parse(good, none).faults)).toEqual(['/rows/1/activity noneWithOthers']);
  });

  test.each([
    ['language_support', 'ar'],
    ['job_suggestions', '2'],
  ])('%s differs between its rows', (column, value) => {
    const { reports, faults } = parse(good, { ...good, activity: 'mapping', [column]: value });
    expect(reports).toEqual([]);
    expect(told(faults)).toEqual([`/rows/1/${column} differsWithinReport`]);
  });
});

describe('a report with a wrong row is left out whole, and the others go in', () => {
  test('with all its faults named', () => {
    const { reports, faults } = parse(
      good,
      { ...good, activity: 'mapping', minutes: '20', form: 'onsite' },
      { ...good, activity: 'health', minutes: '' },
      { ...good, implementation_reference: '100000003' },
    );
    expect(told(faults)).toEqual([
      '/rows/1/form formUnknown',
      '/rows/1/minutes minutesStep',
      '/rows/2/minutes minutesMissing',
    ]);
    expect(reports.map(({ placementId }) => placementId)).toEqual(['b']);
  });

  test('so is every report of the placement where the month of one row cannot be read', () => {
    const { reports } = parse(
      good,
      { ...good, activity: 'mapping', month: '2026-13' },
      {
        ...good,
        implementation_reference: '100000003',
      },
    );
    expect(reports.map(({ placementId }) => placementId)).toEqual(['b']);
  });
});

describe('the authority’s load', () => {
  const loadedOn = plainDate('2026-06-01');
  const load = (submittedOn: string) =>
    parseReports([{ ...good, submitted_on: submittedOn }], placementOf, { ...OPTIONS, loadedOn });

  test('says when a report came in, or leaves it open', () => {
    expect(load('2026-04-07').reports[0]?.submittedOn).toBe('2026-04-07');
    expect(load('').reports[0]?.submittedOn).toBeNull();
    expect(told(load('7 april').faults)).toEqual(['/rows/0/submitted_on submittedOnFormat']);
    expect(told(load('2026-06-02').faults)).toEqual(['/rows/0/submitted_on submittedOnFuture']);
  });

  test('no other way in does', () => {
    expect(parse({ ...good, submitted_on: '2026-04-07' }).reports[0]?.submittedOn).toBeNull();
  });
});

test('a fault is told in English when asked for, with the same code and pointer', () => {
  const rows = [{ ...good, minutes: '20' }];
  const sv = parseReports(rows, placementOf, OPTIONS).faults;
  const en = parseReports(rows, placementOf, { ...OPTIONS, locale: 'en' }).faults;
  expect(told(en)).toEqual(told(sv));
  expect(en[0]?.message).toBe('20 minutes are not a multiple of 15.');
});
