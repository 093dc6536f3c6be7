import { describe, expect, it } from 'vitest';
import { NOT_YET } from '#lib/domain/document/submit-document.ts';
import { finalReportDueOn, lastDayOf, refuseFinalReport } from '#lib/domain/final-report/final-report-due.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const placement = (end: string | null, to = '2026-07-01') => ({
  from: plainDate('2026-01-02'),
  to: plainDate(to),
  end: end === null ? null : plainDate(end),
});

describe('a final report', () => {
  it.each([
    // Last day Friday 8 May: five working days later is Friday the 15th less Ascension Day (14 May): Monday 18 May.
    ['2026-05-09', '2026-05-18'],
    // Last day Wednesday 3 June; Saturday 6 June is a holiday anyway.
    ['2026-06-04', '2026-06-10'],
    // Across the turn of the year: last day 29 December, holidays 1 and 6 January.
    ['2026-12-30', '2027-01-07'],
  ])('of a placement that ends before %s is due on %s', (end, due) => {
    expect(finalReportDueOn(placement(end, '2027-07-01'), 5)).toBe(due);
  });

  it('counts from the planned last day where nobody has decided on another', () => {
    expect(lastDayOf(placement(null))).toBe('2026-06-30');
    expect(finalReportDueOn(placement(null), 5)).toBe('2026-07-07');
  });

  it('can be written before the last day and sent from it', () => {
    const last = plainDate('2026-06-30');
    expect(refuseFinalReport(placement(null), addDays(last, -1))?.code).toBe(NOT_YET);
    expect(refuseFinalReport(placement(null), last)).toBeNull();
    expect(refuseFinalReport(placement(null), addDays(last, 200))).toBeNull();
  });

  it('is not asked for where the placement never began', () => {
    expect(refuseFinalReport(placement('2026-01-02'), plainDate('2026-02-01'))?.code).toBe('neverBegan');
  });
});
