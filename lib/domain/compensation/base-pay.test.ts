import { describe, expect, it } from 'vitest';
import { approved, given, krom, rom2, told } from '#lib/domain/compensation/testing/given.ts';

const march = approved('2021-03', '2021-04-06');
const april = approved('2021-04', '2021-05-06');

function basePayTerms(change: Readonly<Record<string, unknown>>): unknown {
  return krom({ basePay: change });
}

describe('base pay is paid for every working day of service in a month that has closed', () => {
  it('a month closes on the first day of the next, not before', () => {
    expect(told(given({ reports: [march], asOf: '2021-03-31' }))).toEqual([]);
    // The report is from the sixth: on the first the month is closed but without a report.
    expect(told(given({ reports: [march], asOf: '2021-04-01' }))).toEqual([
      'base:2021-03 reportMissing 149500',
    ]);
    const early = approved('2021-03', '2021-04-01');
    expect(told(given({ reports: [early], asOf: '2021-04-01' }))).toEqual([
      'base:2021-03:2020-01-01 23 × 6500 = 149500',
    ]);
  });

  it('a report of the day itself exists, one of the day after does not yet', () => {
    expect(told(given({ reports: [march], asOf: '2021-04-06' }))).toEqual([
      'base:2021-03:2020-01-01 23 × 6500 = 149500',
    ]);
    expect(told(given({ reports: [march], asOf: '2021-04-05' }))).toEqual([
      'base:2021-03 reportMissing 149500',
    ]);
  });

  it('the day of the end is not in the service', () => {
    // 1–2 March, Monday and Tuesday.
    const placement = { end: '2021-03-03', endReason: 'switch' };
    expect(told(given({ placement, reports: [march] }))).toEqual([
      'base:2021-03:2020-01-01 2 × 6500 = 13000',
    ]);
  });

  it('an end on the first day leaves no service and no pay', () => {
    const placement = { end: '2021-03-01', endReason: 'interruption' };
    expect(told(given({ placement, reports: [march] }))).toEqual([]);
  });

  it('an end on the planned end changes nothing', () => {
    const placement = { end: '2021-08-28', endReason: 'completed' };
    const facts = { reports: [march, april], asOf: '2021-09-30' };
    expect(told(given({ ...facts, placement }))).toEqual(told(given(facts)));
  });

  it('two periods in one month are one month; the days between them are not service', () => {
    const periods = [
      { number: 1, from: '2021-03-01', to: '2021-03-08' }, // 5 working days
      { number: 2, from: '2021-03-15', to: '2021-03-20' }, // 5 working days
    ];
    expect(told(given({ placement: { periods }, reports: [march] }))).toEqual([
      'base:2021-03:2020-01-01 10 × 6500 = 65000',
    ]);
  });

  it('an end in the gap between two periods, or on the second one’s first day, leaves the first', () => {
    const periods = [
      { number: 1, from: '2021-03-01', to: '2021-03-08' },
      { number: 2, from: '2021-03-15', to: '2021-03-20' },
    ];
    for (const end of ['2021-03-08', '2021-03-10', '2021-03-15']) {
      const placement = { periods, end, endReason: 'completed' };
      expect(told(given({ placement, reports: [march] }))).toEqual([
        'base:2021-03:2020-01-01 5 × 6500 = 32500',
      ]);
    }
  });

  it('a month whose service falls on days off yields nothing, report or not', () => {
    const periods = [{ number: 1, from: '2021-03-06', to: '2021-03-08' }]; // Saturday and Sunday
    expect(told(given({ placement: { periods } }))).toEqual([]);
  });
});

describe('the report decides whether a month is payable', () => {
  it('one that is not approved gives nothing, late or not', () => {
    for (const status of ['submitted', 'returned', 'rejected']) {
      const reports = [{ ...march, status }];
      const agreement = basePayTerms({ lapsesAfterDays: 0 });
      expect(told(given({ reports }, agreement))).toEqual(['base:2021-03 reportNotApproved 149500']);
    }
  });

  it('days to the lapse are counted from the calendar month’s last day, though service ended before it', () => {
    const placement = { end: '2021-03-03', endReason: 'switch' };
    const asOf = '2021-06-01';
    // 6 April is six days after 31 March.
    expect(told(given({ placement, reports: [march], asOf }, basePayTerms({ lapsesAfterDays: 6 })))).toEqual([
      'base:2021-03:2020-01-01 2 × 6500 = 13000',
    ]);
    expect(told(given({ placement, reports: [march], asOf }, basePayTerms({ lapsesAfterDays: 5 })))).toEqual([
      'base:2021-03 reportTooLate 13000',
    ]);
  });

  it('a report sent before the month was over is in time', () => {
    const reports = [approved('2021-03', '2021-03-20')];
    expect(told(given({ reports }, basePayTerms({ lapsesAfterDays: 0 })))).toHaveLength(1);
  });

  it('a report for a month without service is of no consequence', () => {
    expect(told(given({ reports: [march, approved('2020-12', '2021-01-05')] }))).toHaveLength(1);
  });
});

describe('prices are those of the day', () => {
  const rates = [
    { from: '2020-01-01', orePerDay: { A: 5500, B: 6500, C: 7500 } },
    { from: '2021-03-29', orePerDay: { A: 5500, B: 0, C: 7500 } },
    { from: '2021-04-12', orePerDay: { A: 5500, B: 7000, C: 7500 } },
  ];

  it('a row in force on days off only, or of no price, has no line', () => {
    // 1–26 March 20 days × 65.00; from the 29th nothing for level B; 12–30 April 15 days × 70.00.
    const answer = given({ reports: [march, april], asOf: '2021-05-06' }, basePayTerms({ rates }));
    expect(told(answer)).toEqual([
      'base:2021-03:2020-01-01 20 × 6500 = 130000',
      'base:2021-04:2021-04-12 15 × 7000 = 105000',
    ]);
  });

  it('what is at stake is the sum over the rows, in one entry', () => {
    expect(told(given({ asOf: '2021-05-06' }, basePayTerms({ rates })))).toEqual([
      'base:2021-03 reportMissing 130000',
      'base:2021-04 reportMissing 105000',
    ]);
  });

  it('a month that is worth nothing is not listed', () => {
    const free = [{ from: '2020-01-01', orePerDay: { A: 0, B: 0, C: 0 } }];
    expect(told(given({ reports: [march], asOf: '2021-05-06' }, basePayTerms({ rates: free })))).toEqual([]);
  });
});

describe('absence', () => {
  const placement = { periods: [{ number: 1, from: '2024-02-01', to: '2024-03-01' }] };
  const reports = [approved('2024-02', '2024-03-01')];
  const facts = { placement, reports, asOf: '2024-03-01' };

  it('is paid unless the agreement says otherwise', () => {
    const absences = [{ date: '2024-02-05', reason: 'unknown' }];
    // 21 working days in February 2024.
    expect(told(given({ ...facts, absences }))).toEqual(['base:2024-02:2020-01-01 21 × 6500 = 136500']);
  });

  it('removes a working day of service once, however often it is reported', () => {
    const absences = ['2024-02-05', '2024-02-05', '2024-02-10', '2024-01-31', '2024-03-01'].map((date) => ({
      date,
      reason: 'unknown',
    }));
    const both = [...absences, { date: '2024-02-05', reason: 'sick' }];
    expect(told(given({ ...facts, absences: both }, rom2()))).toEqual([
      'base:2024-02:2024-01-01 20 × 7000 = 140000',
    ]);
  });

  it('on every day leaves a month that yields nothing', () => {
    const days = Array.from({ length: 29 }, (_, index) => `2024-02-${String(index + 1).padStart(2, '0')}`);
    const absences = days.map((date) => ({ date, reason: 'unknown' }));
    expect(told(given({ ...facts, reports: [], absences }, rom2()))).toEqual([]);
  });
});
