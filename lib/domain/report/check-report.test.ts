import { describe, expect, test } from 'vitest';
import type { CheckCode } from '#lib/domain/report/check.ts';
import { CHECKS, validateReport } from '#lib/domain/report/check-report.ts';
import { EMPTY_CONTENT, type ReportRow } from '#lib/domain/report/report-content.ts';
import { movedDueDays } from '#lib/domain/terms/moved-deadline.ts';
import { checked, rows } from '#lib/domain/report/testing/checked.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

function codes(given: Parameters<typeof checked>[0]): readonly CheckCode[] {
  const { blocks, findings } = validateReport(checked(given));
  return [...blocks, ...findings].map(({ code }) => code);
}

const meeting = (minutes: number): ReportRow => ({ activity: 'individualMeeting', form: 'onSite', minutes });
const video = (minutes: number): ReportRow => ({ activity: 'mapping', form: 'video', minutes });
const months = (...given: readonly string[]) => ({ otherActorMonths: given.map((name) => month(name)) });

test('a report of enough support, planned, on site, in time, has nothing against it', () => {
  expect(codes({})).toEqual([]);
});

test('each check tells only of its own code', () => {
  for (const [code, check] of Object.entries(CHECKS)) {
    const found = check(
      checked({
        content: EMPTY_CONTENT,
        facts: { plannedActivities: null, currentStatus: 'approved' },
        today: '2026-03-01',
      }),
    );
    expect(found.every((finding) => finding.code === code)).toBe(true);
  }
});

describe('what keeps a report from being sent', () => {
  test('nothing in it, and no reason why', () => {
    expect(codes({ content: EMPTY_CONTENT })).toContain('REPORT_EMPTY');
    expect(codes({ content: { ...EMPTY_CONTENT, noActivityReason: 'sick' } })).not.toContain('REPORT_EMPTY');
  });

  test('no plan in the month – but who took part in nothing needs none', () => {
    expect(codes({ facts: { plannedActivities: null } })).toEqual(['PLAN_MISSING']);
    expect(
      codes({ facts: { plannedActivities: null }, content: { ...EMPTY_CONTENT, noActivityReason: 'sick' } }),
    ).not.toContain('PLAN_MISSING');
  });

  test('an activity outside the plan, each at its row', () => {
    const { blocks } = validateReport(
      checked({ facts: { plannedActivities: ['individualMeeting', 'ownWork'] } }),
    );
    expect(blocks).toEqual([
      {
        code: 'ACTIVITY_NOT_PLANNED',
        severity: 'block',
        facts: { activity: 'mapping' },
        row: 1,
        column: 'activity',
      },
    ]);
  });

  test('a month that is not over', () => {
    expect(codes({ today: '2026-03-31' })).toEqual(['MONTH_OPEN']);
    expect(codes({ today: '2026-04-01' })).toEqual([]);
  });

  test('but where the placement ended within the month, it may be sent from the first day after', () => {
    const facts = { end: plainDate('2026-03-12') };
    expect(codes({ facts, today: '2026-03-11' })).toEqual(['MONTH_OPEN']);
    expect(codes({ facts, today: '2026-03-12' })).toEqual([]);
    const planned = { periods: [{ number: 1, from: plainDate('2026-01-02'), to: plainDate('2026-03-20') }] };
    expect(codes({ facts: planned, today: '2026-03-19' })).toEqual(['MONTH_OPEN']);
    expect(codes({ facts: planned, today: '2026-03-20' })).toEqual([]);
  });

  test('a month without a day of service, told once', () => {
    expect(codes({ facts: { month: month('2025-12') } })).toContain('OUTSIDE_PLACEMENT');
    expect(codes({ facts: { end: plainDate('2026-03-01') }, today: '2026-03-01' })).toEqual([
      'OUTSIDE_PLACEMENT',
    ]);
    expect(codes({ facts: { end: plainDate('2026-03-02') }, today: '2026-04-01' })).not.toContain(
      'OUTSIDE_PLACEMENT',
    );
  });

  test.each(['submitted', 'inReview', 'approved', 'rejected'] as const)(
    'a current report that is %s',
    (status) => {
      expect(codes({ facts: { currentStatus: status } })).toEqual(['DUPLICATE_REPORT']);
    },
  );

  test('but a returned one is followed by a new version', () => {
    expect(codes({ facts: { currentStatus: 'returned' } })).toEqual([]);
  });

  test('more support than 8 hours on each day of service', () => {
    const most = 8 * 60 * 31;
    expect(codes({ content: rows(meeting(most)) })).toEqual([]);
    expect(codes({ content: rows(meeting(most + 15)) })).toEqual(['IMPOSSIBLE_TIME']);
    // Two days of service: at most 16 hours.
    const facts = { end: plainDate('2026-03-03') };
    expect(codes({ facts, content: rows(meeting(960)) })).toEqual([]);
    expect(codes({ facts, content: rows(meeting(975)) })).toEqual(['IMPOSSIBLE_TIME']);
  });

  test('own work is the participant’s time and is not counted', () => {
    const ownWork = { activity: 'ownWork', form: null, minutes: 30_000 } as const;
    expect(codes({ content: rows(meeting(300), ownWork) })).toEqual([]);
  });

  test('more than 8 hours of support on one day by the log', () => {
    const date = plainDate('2026-03-09');
    expect(codes({ facts: { busiestDay: { date, minutes: 480 } } })).toEqual([]);
    expect(codes({ facts: { busiestDay: { date, minutes: 495 } } })).toEqual(['IMPOSSIBLE_TIME']);
  });

  test('another actor’s measure in a fourth month', () => {
    const content = rows(meeting(300), { activity: 'otherActor', form: 'onSite', minutes: 60 });
    expect(codes({ content, facts: months('2026-01', '2026-02') })).toEqual([]);
    // The same month reported before (and returned) is no further month.
    expect(codes({ content, facts: months('2026-01', '2026-02', '2026-03') })).toEqual([]);
    expect(codes({ content, facts: months('2025-12', '2026-01', '2026-02') })).toEqual([
      'OTHER_ACTOR_TOO_LONG',
    ]);
    expect(codes({ facts: months('2025-12', '2026-01', '2026-02') })).toEqual([]);
  });
});

describe('what a person must look at', () => {
  test('a month without individual meeting, unless the participant took part in nothing', () => {
    const content = rows({ activity: 'mapping', form: 'onSite', minutes: 300 });
    expect(codes({ content })).toEqual(['MANDATORY_MISSING']);
    expect(codes({ content: { ...EMPTY_CONTENT, noActivityReason: 'sick' } })).not.toContain(
      'MANDATORY_MISSING',
    );
  });
});

describe('what adds to the risk', () => {
  test('less support than 60 minutes a week, by service days ÷ 7', () => {
    // 31 days × 60 ÷ 7 = 265.7 minutes.
    expect(codes({ content: rows(meeting(270)) })).toEqual([]);
    expect(codes({ content: rows(meeting(255)) })).toEqual(['BELOW_MINIMUM']);
    // A week of service: 60 minutes.
    const facts = { end: plainDate('2026-03-08') };
    expect(codes({ facts, content: rows(meeting(60)) })).toEqual([]);
    expect(codes({ facts, content: rows(meeting(45)) })).toEqual(['BELOW_MINIMUM']);
  });

  test('120 minutes a week in the second period, each day by its own period', () => {
    // 1–10 March in period 1 (10 × 60), 11–31 March in period 2 (21 × 120): 3120 ÷ 7 = 445.7 minutes.
    const periods = [
      { number: 1, from: plainDate('2025-09-12'), to: plainDate('2026-03-11') },
      { number: 2, from: plainDate('2026-03-11'), to: plainDate('2026-09-07') },
    ];
    expect(codes({ facts: { periods }, content: rows(meeting(450)) })).toEqual([]);
    expect(codes({ facts: { periods }, content: rows(meeting(435)) })).toEqual(['BELOW_MINIMUM']);
  });

  test('less than half of the support on site', () => {
    expect(codes({ content: rows(meeting(150), video(150)) })).toEqual([]);
    expect(codes({ content: rows(meeting(150), video(165)) })).toEqual(['TOO_LITTLE_ON_SITE']);
  });

  test('sent after the 10th of the next month', () => {
    expect(codes({ today: '2026-04-10' })).toEqual([]);
    expect(codes({ today: '2026-04-11' })).toEqual(['LATE']);
  });

  test('not what completes a report that came in time', () => {
    const first = (on: string) =>
      codes({
        today: '2026-04-20',
        facts: { currentStatus: 'returned', firstSubmittedOn: plainDate(on) },
      });
    expect(first('2026-04-10')).toEqual([]);
    expect(first('2026-04-11')).toEqual(['LATE']);
  });

  test('sent after the day that the last day moved to after downtime', () => {
    const down = [{ from: '2026-04-10T08:00:00Z', to: '2026-04-10T10:00:00Z' }];
    const lateOn = (today: string) => {
      const given = checked({ today });
      const moved = { ...given.terms, movedDueDays: movedDueDays(down, given.terms) };
      return validateReport({ ...given, terms: moved }).findings.map(({ facts }) => facts);
    };
    // The 10th is a Friday: the last day is the Monday after.
    expect(lateOn('2026-04-13')).toEqual([]);
    expect(lateOn('2026-04-14')).toEqual([{ submittedOn: '2026-04-14', dueOn: '2026-04-13' }]);
  });
});

test('a load of history leaves out the checks against the plan, and no others', () => {
  const given = checked({ facts: { plannedActivities: null, currentStatus: 'approved' } });
  const { blocks } = validateReport(given, ['PLAN_MISSING', 'ACTIVITY_NOT_PLANNED']);
  expect(blocks.map(({ code }) => code)).toEqual(['DUPLICATE_REPORT']);
});

describe('reported absence', () => {
  const away = (date: string, minutes: number, isWhole = true, reason: 'sick' | 'unknown' = 'sick') => ({
    date: plainDate(date),
    reason,
    isWhole,
    minutes,
  });

  test('entries on days of whole absence are looked at by a person; on days of part absence they are not', () => {
    const absences = [
      away('2026-03-03', 60),
      away('2026-03-04', 0),
      away('2026-03-05', 30),
      away('2026-03-06', 90, false),
    ];
    expect(validateReport(checked({ facts: { absences } })).findings).toEqual([
      {
        code: 'ABSENT_BUT_ACTIVE',
        severity: 'hold',
        facts: { first: '2026-03-03', days: 2, minutes: 90 },
        row: null,
        column: 'minutes',
      },
    ]);
  });

  test('a day with two causes counts once', () => {
    const absences = [away('2026-03-03', 60), away('2026-03-03', 60, true, 'unknown')];
    expect(validateReport(checked({ facts: { absences } })).findings).toMatchObject([
      { facts: { days: 1, minutes: 60 } },
    ]);
  });

  test('proposes the reason of a month in which nothing was done', () => {
    const absences = [
      away('2026-03-02', 0, true, 'unknown'),
      away('2026-03-03', 0),
      away('2026-03-04', 0),
      away('2026-03-05', 0, false, 'unknown'),
      away('2026-03-06', 0, false, 'unknown'),
    ];
    expect(validateReport(checked({ content: EMPTY_CONTENT, facts: { absences } })).blocks).toMatchObject([
      { code: 'REPORT_EMPTY', facts: { absent: { days: 3, reason: 'sick' } } },
    ]);
  });
});
