import { describe, expect, test } from 'vitest';
import { briefly, day, FULL, OWN_LOG, standing } from '#lib/domain/quality/testing/good-placement.ts';
import { month } from '#lib/shared/month.ts';

describe('at least 60 minutes of support a week, 120 in the second period', () => {
  const without = (from: string) => FULL.filter((week) => week.from !== from);
  test.each([
    [
      'a week without support is broken until it is four weeks old',
      { weeks: without('2026-02-16') },
      ['broken', 'WEEK_BELOW', '2026-02-16', null],
    ],
    [
      'an older one is not judged',
      { weeks: FULL.concat({ from: day('2026-02-09'), minutes: 0 }) },
      ['met', 'WEEKS_ENOUGH', null, null],
    ],
    [
      'the running week is near: Sunday is three days ahead',
      { weeks: without('2026-03-16') },
      ['near', 'WEEK_LEFT', null, '2026-03-22'],
    ],
    [
      'a service that ends on Friday gives until Thursday',
      { weeks: without('2026-03-16'), to: day('2026-03-20') },
      ['near', 'WEEK_LEFT', null, '2026-03-19'],
    ],
    // 4 of 7 days × 60 minutes = 34.3: 35 are enough, 34 are not.
    [
      'without a service period nobody knows what is asked',
      { periods: [] },
      ['unknown', 'NO_PERIOD', null, null],
    ],
    [
      'a first week from Thursday has its part of the measure',
      {
        from: day('2026-03-12'),
        periods: [{ number: 1, from: day('2026-03-12'), to: day('2026-09-08') }],
        weeks: [
          { from: day('2026-03-09'), minutes: 34 },
          { from: day('2026-03-16'), minutes: 60 },
        ],
      },
      ['broken', 'WEEK_BELOW', '2026-03-12', null],
    ],
    [
      '… and is met by it',
      {
        from: day('2026-03-12'),
        periods: [{ number: 1, from: day('2026-03-12'), to: day('2026-09-08') }],
        weeks: [
          { from: day('2026-03-09'), minutes: 35 },
          { from: day('2026-03-16'), minutes: 60 },
        ],
      },
      ['met', 'WEEKS_ENOUGH', null, null],
    ],
    [
      '60 minutes are too little in the second period',
      {
        periods: [
          { number: 1, from: day('2025-07-09'), to: day('2026-01-05') },
          { number: 2, from: day('2026-01-05'), to: day('2026-07-04') },
        ],
      },
      ['broken', 'WEEK_BELOW', '2026-02-16', '2026-03-22'],
    ],
    [
      'where the provider keeps its own log the last month tells',
      OWN_LOG,
      ['met', 'MONTH_ENOUGH', null, null],
    ],
    // 28 days: 4 × 60 minutes.
    [
      '… and breaks when it has less',
      {
        ...OWN_LOG,
        reports: [{ month: month('2026-02'), submittedOn: day('2026-03-04'), support: 225, onSite: 225 }],
      },
      ['broken', 'MONTH_BELOW', '2026-02-01', null],
    ],
    [
      'a log that went silent while reports go on is no longer the source',
      { weeks: [], logged: [] },
      ['met', 'MONTH_ENOUGH', null, null],
    ],
    [
      'a log that is silent with reports that are, too, says that there was nothing',
      { weeks: [], logged: [], reports: [] },
      ['broken', 'WEEK_BELOW', '2026-02-16', '2026-03-22'],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(briefly('support', given)).toEqual(expected);
  });

  test('on a Monday nothing is near: six days are left', () => {
    expect(briefly('support', { weeks: FULL }, day('2026-03-23'))).toEqual([
      'met',
      'WEEKS_ENOUGH',
      null,
      '2026-03-29',
    ]);
  });
});

describe('at least half of the support on site', () => {
  const february = (onSite: number) => [
    { month: month('2026-02'), submittedOn: day('2026-03-04'), support: 240, onSite },
  ];
  const march = (onSite: number) => [{ month: month('2026-03'), support: 180, onSite }];
  test.each([
    ['exactly half is enough', { reports: february(120) }, ['met', 'SHARE_ENOUGH', null, null]],
    ['a minute less is not', { reports: february(119) }, ['broken', 'SHARE_BELOW', '2026-02-01', null]],
    [
      'this month is near when half of it is left at most',
      { logged: march(60) },
      ['near', 'SHARE_BELOW_NOW', null, '2026-03-31'],
    ],
    [
      'without support last month this one tells',
      { reports: [], logged: march(90) },
      ['met', 'SHARE_ENOUGH', null, null],
    ],
    ['no support is no share', { reports: [], logged: [] }, ['unknown', 'NO_SUPPORT', null, null]],
  ] as const)('%s', (_, given, expected) => {
    expect(briefly('onSite', given)).toEqual(expected);
  });

  test('this month is not near while there is time', () => {
    expect(briefly('onSite', { logged: march(60) }, day('2026-03-16'))).toEqual([
      'met',
      'SHARE_ENOUGH',
      null,
      null,
    ]);
  });
});

describe('an individual meeting every 14 days', () => {
  test.each([
    ['2026-03-16', '2026-03-19', ['met', 'MEETING_HELD', null, '2026-03-30']],
    ['2026-03-09', '2026-03-17', ['met', 'MEETING_HELD', null, '2026-03-23']],
    ['2026-03-09', '2026-03-18', ['near', 'MEETING_SOON', null, '2026-03-23']],
    ['2026-03-09', '2026-03-23', ['near', 'MEETING_SOON', null, '2026-03-23']],
    ['2026-03-09', '2026-03-24', ['broken', 'MEETING_OVERDUE', '2026-03-24', '2026-03-23']],
  ] as const)('last held %s, seen on %s', (last, today, expected) => {
    expect(briefly('meeting', { lastMeetingOn: day(last) }, day(today))).toEqual(expected);
  });

  test.each([
    [
      'the first is due 14 days after the first day',
      { lastMeetingOn: null, from: day('2026-03-05') },
      ['near', 'MEETING_SOON', null, '2026-03-19'],
    ],
    [
      'none is due after the last day',
      { lastMeetingOn: day('2026-03-09'), to: day('2026-03-23') },
      ['met', 'MEETING_HELD', null, null],
    ],
    ['without a log nobody knows', OWN_LOG, ['unknown', 'OWN_LOG', null, null]],
    [
      'but none was due in the first days',
      { ...OWN_LOG, reports: [], from: day('2026-03-10') },
      ['near', 'MEETING_SOON', null, '2026-03-24'],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(briefly('meeting', given)).toEqual(expected);
  });

  test('on site there are four weeks', () => {
    expect(standing('onSiteMeeting', { lastOnSiteMeetingOn: day('2026-02-19') })).toMatchObject({
      state: 'near',
      value: 28,
      limit: 28,
      until: '2026-03-19',
    });
    expect(briefly('onSiteMeeting', { lastOnSiteMeetingOn: day('2026-02-18') })[0]).toBe('broken');
  });
});
