import { describe, expect, it } from 'vitest';
import { nextSteps, type PlacementWay } from '#lib/domain/placement/next-steps.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const terms = { planDays: 5, reportDueDay: 10, extensionLeadDays: 21, finalReportWorkdays: 5 };
const way: PlacementWay = {
  from: plainDate('2026-03-02'),
  to: plainDate('2026-08-29'),
  periods: [{ number: 1, from: plainDate('2026-03-02') }],
  plannedOn: null,
  reportedMonths: [],
  extensionSentOn: null,
  finalReportSentOn: null,
  endedEarly: false,
};
const told = (given: Partial<PlacementWay>, today: string): string[] =>
  nextSteps({ ...way, ...given }, plainDate(today), terms).map(
    ({ kind, date, state, month: of }) => `${kind} ${date} ${state}${of === null ? '' : ` ${of}`}`,
  );

describe('what comes next for a participant', () => {
  it('is the start, while the service lies ahead', () => {
    expect(told({}, '2026-02-20')[0]).toBe('start 2026-03-02 now');
  });

  it('is the joint plan within the days of the terms, then the report by its due day', () => {
    expect(told({}, '2026-03-03')).toEqual([
      'start 2026-03-02 done',
      'plan 2026-03-07 now',
      'report 2026-04-10 later 2026-03',
      // 21 days before 28 August, the last day of the period.
      'extension 2026-08-07 later',
      'end 2026-08-28 later',
      // The last day is a Friday: five working days are the Friday after.
      'finalReport 2026-09-04 later',
    ]);
  });

  it('is the month that is over and not sent, before the one that goes on', () => {
    const planned = { plannedOn: plainDate('2026-03-05') };
    expect(told(planned, '2026-05-04')).toContain('report 2026-05-10 now 2026-04');
    expect(told({ ...planned, reportedMonths: [month('2026-04')] }, '2026-05-04')).toContain(
      'report 2026-06-10 now 2026-05',
    );
  });

  it('does not ask for months before the start or after the end', () => {
    expect(told({}, '2026-03-20').filter((step) => step.startsWith('report'))).toEqual([
      'report 2026-04-10 later 2026-03',
    ]);
    const over = { plannedOn: plainDate('2026-03-05'), reportedMonths: [month('2026-08')], endedEarly: true };
    expect(told(over, '2026-09-12')).toEqual([
      'start 2026-03-02 done',
      'plan 2026-03-05 done',
      'end 2026-08-28 done',
      'finalReport 2026-09-04 now',
    ]);
  });

  it('does not ask for what has been sent', () => {
    const sent = { extensionSentOn: plainDate('2026-07-30'), finalReportSentOn: plainDate('2026-09-01') };
    expect(told(sent, '2026-09-12')).toContain('extension 2026-07-30 done');
    expect(told(sent, '2026-09-12')).toContain('finalReport 2026-09-01 done');
  });

  it('tells of the second period where there is one', () => {
    const periods = [...way.periods, { number: 2, from: plainDate('2026-08-29') }];
    const given = { periods, to: plainDate('2027-02-25') };
    expect(told(given, '2026-03-20')).toContain('secondPeriod 2026-08-29 later');
    expect(told(given, '2026-03-20').join()).not.toContain('extension');
    expect(told(way, '2026-03-20').join()).not.toContain('secondPeriod');
  });
});
