import { describe, expect, test } from 'vitest';
import { activityVector } from '#lib/domain/report/activity-vector.ts';
import type { CheckCode } from '#lib/domain/report/check.ts';
import { validateReport } from '#lib/domain/report/check-report.ts';
import { EMPTY_CONTENT, type ReportRow } from '#lib/domain/report/report-content.ts';
import type { ComparedFacts, LoggedMeetings, ReportFacts } from '#lib/domain/report/report-facts.ts';
import { checked, CONTENT, rows } from '#lib/domain/report/testing/checked.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** Beside others and earlier months, with nothing to say of it. */
const COMPARED: ComparedFacts = {
  sameHours: { vector: activityVector(CONTENT), others: 0, likely: 0 },
  usual: { least: 60, most: 1200, median: 420 },
  coach: { on: plainDate('2026-03-31'), participants: 50 },
  coachDay: { date: plainDate('2026-03-10'), minutes: 480 },
  distanceMonths: 0,
};

function found(
  facts: Partial<Omit<ReportFacts, 'compared'>> & { readonly compared?: Partial<ComparedFacts> },
  content = CONTENT,
): readonly CheckCode[] {
  const { compared, ...rest } = facts;
  const given = { ...rest, ...(compared === undefined ? {} : { compared: { ...COMPARED, ...compared } }) };
  const { blocks, findings } = validateReport(checked({ facts: given, content }));
  return [...blocks, ...findings].map(({ code }) => code);
}

const video = (minutes: number): ReportRow => ({ activity: 'individualMeeting', form: 'video', minutes });

test('an ordinary report beside ordinary ones has nothing against it; where nothing is compared, nothing is said', () => {
  expect(found({ compared: {} })).toEqual([]);
  expect(found({})).toEqual([]);
});

describe('a coach’s day', () => {
  test('has at most 24 hours for all participants together; the day is named', () => {
    const date = plainDate('2026-03-10');
    expect(found({ compared: { coachDay: { date, minutes: 1440 } } })).toEqual([]);
    const { blocks } = validateReport(
      checked({ facts: { compared: { ...COMPARED, coachDay: { date, minutes: 1455 } } } }),
    );
    expect(blocks).toMatchObject([
      { code: 'IMPOSSIBLE_TIME', facts: { minutes: 1455, most: 1440, date, coach: true } },
    ]);
  });
});

describe('what the participant disputes', () => {
  const entry = { activity: 'mapping', form: 'video', minutes: 45, date: plainDate('2026-03-10') } as const;

  test('is held, where the report has the activity of the entry', () => {
    expect(found({ disputed: [entry] })).toEqual(['PARTICIPANT_DISPUTES']);
    expect(found({ disputed: [entry] }, rows(video(300)))).not.toContain('PARTICIPANT_DISPUTES');
  });

  test('of a row is held only where the row is as it was', () => {
    const row = { activity: 'mapping', form: 'onSite', date: null } as const;
    expect(found({ disputed: [{ ...row, minutes: 240 }] })).toEqual(['PARTICIPANT_DISPUTES']);
    expect(found({ disputed: [{ ...row, minutes: 255 }] })).toEqual([]);
  });

  test('is counted, and the first is told', () => {
    const meeting = { ...entry, activity: 'individualMeeting', date: plainDate('2026-03-11') } as const;
    const { findings } = validateReport(checked({ facts: { disputed: [entry, meeting] } }));
    expect(findings).toMatchObject([
      { severity: 'hold', facts: { disputed: 2, activity: 'mapping', date: '2026-03-10' }, row: 1 },
    ]);
  });
});

describe('the time between meetings', () => {
  const log = (since: string, ...days: readonly string[]): LoggedMeetings => ({
    since: plainDate(since),
    held: days.map((day) => {
      const [date = '', at = ''] = day.split(' ');
      return { date: plainDate(date), onSite: at === '' };
    }),
  });

  test.each([
    ['every other week', log('2026-02-16', '2026-03-02', '2026-03-16', '2026-03-30'), []],
    ['one day too many', log('2026-02-16', '2026-03-02', '2026-03-17', '2026-03-30'), ['MEETING_INTERVAL']],
    ['too long before the month alone', log('2026-02-01', '2026-02-27', '2026-03-09', '2026-03-20'), []],
    [
      'too long into the month',
      log('2026-02-10', '2026-03-02', '2026-03-16', '2026-03-30'),
      ['MEETING_INTERVAL'],
    ],
    ['none at its end', log('2026-02-20', '2026-03-02', '2026-03-16'), ['MEETING_INTERVAL']],
    [
      'every week, but not on site for four weeks',
      log('2026-02-27', '2026-03-06 video', '2026-03-13 video', '2026-03-20 video', '2026-03-27 video'),
      ['MEETING_INTERVAL'],
    ],
    [
      'by video between those on site',
      log('2026-02-27', '2026-03-06 video', '2026-03-20', '2026-03-27 video'),
      [],
    ],
    ['no log', null, []],
  ] as const)('%s', (_, meetings, codes) => {
    expect(found({ meetings })).toEqual(codes);
  });

  test('ends with the service, and says the longest wait', () => {
    const meetings = log('2026-02-27', '2026-03-03');
    expect(found({ meetings, end: plainDate('2026-03-18') })).toEqual([]);
    const { findings } = validateReport(checked({ facts: { meetings } }));
    expect(findings).toMatchObject([{ facts: { after: '2026-03-03', days: 28, most: 14, onSite: false } }]);
  });
});

describe('hours that are somebody else’s', () => {
  const same = (others: number, likely: number, vector = activityVector(CONTENT)) =>
    found({ compared: { sameHours: { vector, others, likely } } });

  test('are those of at least five others, and of more than is likely', () => {
    expect(same(5, 0)).toEqual(['COPIED_HOURS']);
    expect(same(4, 0)).toEqual([]);
    expect(same(9, 9)).toEqual([]);
    expect(same(10, 9)).toEqual(['COPIED_HOURS']);
  });

  test('are not told of while other hours are typed, nor of a month without activity', () => {
    expect(same(20, 0, 'mapping:onSite:15')).toEqual([]);
    const content = { ...EMPTY_CONTENT, noActivityReason: 'sick' as const };
    expect(found({ compared: { sameHours: { vector: '', others: 20, likely: 0 } } }, content)).not.toContain(
      'COPIED_HOURS',
    );
  });
});

describe('hours that are unlikely for the level', () => {
  test('are outside what is usual; the limits themselves are within', () => {
    const usual = { least: 300, most: 600, median: 450 };
    const unlikely = (minutes: number) =>
      found(
        { compared: { usual, sameHours: { ...COMPARED.sameHours, vector: '' } } },
        rows({ activity: 'individualMeeting', form: 'onSite', minutes }),
      );
    expect(unlikely(300)).toEqual([]);
    expect(unlikely(600)).toEqual([]);
    expect(unlikely(285)).toEqual(['UNLIKELY_LEVEL']);
    expect(unlikely(615)).toEqual(['UNLIKELY_LEVEL']);
  });

  test('are not told of where too little is known, nor where there was no support', () => {
    expect(found({ compared: { usual: null } })).toEqual([]);
    const ownWork = rows({ activity: 'ownWork', form: null, minutes: 3000 });
    expect(found({ compared: {} }, ownWork)).not.toContain('UNLIKELY_LEVEL');
  });
});

test('a coach has at most fifty participants', () => {
  const on = plainDate('2026-03-31');
  expect(found({ compared: { coach: { on, participants: 50 } } })).toEqual([]);
  expect(found({ compared: { coach: { on, participants: 51 } } })).toEqual(['COACH_OVERLOAD']);
  expect(found({ compared: { coach: null } })).toEqual([]);
});

test('support at a distance alone is told of from the second month in a row', () => {
  const distance = rows(video(300));
  expect(found({ compared: { distanceMonths: 0 } }, distance)).not.toContain('DISTANCE_ONLY');
  expect(found({ compared: { distanceMonths: 1 } }, distance)).toContain('DISTANCE_ONLY');
  expect(found({ compared: { distanceMonths: 5 } })).toEqual([]);
  const ownWork = rows({ activity: 'ownWork', form: null, minutes: 300 });
  expect(found({ compared: { distanceMonths: 5 } }, ownWork)).not.toContain('DISTANCE_ONLY');
});

test('a batch is not signed faster than it can be read, from ten reports on', () => {
  expect(found({ reading: [{ reports: 10, seconds: 20 }] })).toEqual([]);
  expect(found({ reading: [{ reports: 10, seconds: 19 }] })).toEqual(['RUSHED_BATCH']);
  expect(found({ reading: [{ reports: 9, seconds: 0 }] })).toEqual([]);
  // Forty that were read for minutes, and one that was added just now.
  expect(
    found({
      reading: [
        { reports: 41, seconds: 300 },
        { reports: 1, seconds: 2 },
      ],
    }),
  ).toEqual([]);
});
