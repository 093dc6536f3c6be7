import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import type { Pick } from '#lib/domain/compensation/testing/random-input.ts';
import { monthOf, nextMonth, firstDay } from '#lib/shared/month.ts';
import { addDays, addMonths, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';
import { swedishPublicHolidays } from '#lib/shared/workdays.ts';

type Json = Readonly<Record<string, unknown>>;

const holidays = [2023, 2024, 2025, 2026].flatMap((year) => swedishPublicHolidays(year));
const workdays = { weekdays: [1, 2, 3, 4, 5], holidays };

/** The two example agreements as they would be agreed: two rows of prices each, and every public holiday. */
const AGREEMENTS: readonly Json[] = [
  {
    ...krom,
    workdays,
    basePay: {
      ...krom.basePay,
      rates: [...krom.basePay.rates, { from: '2024-07-01', orePerDay: { A: 5700, B: 6700, C: 7700 } }],
    },
    resultPay: {
      ...krom.resultPay,
      rates: [
        ...krom.resultPay.rates,
        { from: '2024-07-01', ore: { A: 1_550_000, B: 2_250_000, C: 3_050_000 } },
      ],
    },
  },
  { ...rom2, workdays },
];

function reportsOf(pick: Pick, from: PlainDate, to: PlainDate): readonly Json[] {
  const reports: Json[] = [];
  for (let month = monthOf(from); firstDay(month) < to; month = nextMonth(month)) {
    if (pick(1, 100) <= 3) continue;
    const status = pick(1, 100) <= 94 ? 'approved' : pick(1, 2) === 1 ? 'submitted' : 'returned';
    reports.push({ month, status, submittedOn: addDays(firstDay(nextMonth(month)), pick(0, 12)) });
  }
  return reports;
}

function outcomeOf(pick: Pick, from: PlainDate): Json {
  const employerOrgNo = '5590000000';
  const job = {
    from,
    to: pick(1, 10) === 1 ? addDays(from, pick(30, 200)) : null,
    extentPercent: pick(1, 4) === 1 ? 60 : 100,
    employerOrgNo,
  };
  const second = { from: addDays(from, pick(1, 60)), to: null, extentPercent: 40, employerOrgNo: null };
  return {
    type: pick(1, 4) === 1 ? 'studies' : 'employment',
    status: pick(1, 10) === 1 ? 'submitted' : 'approved',
    from,
    signalledOn: addDays(from, pick(0, 20)),
    appliedOn: null,
    verifiedThrough: pick(1, 3) === 1 ? null : addMonths(from, 6),
    spells: pick(1, 3) === 1 ? [job, second] : [job],
  };
}

/** A placement as the service has them: a year or half a year, reported month by month, a third of them ended by work. */
function factsOf(pick: Pick, basePayRow: string): Json {
  const from = addDays(plainDate('2024-01-01'), pick(0, 300));
  const middle = addDays(from, 180);
  const two = pick(1, 2) === 1;
  const to = two ? addDays(from, 360) : middle;
  const end = pick(1, 3) === 1 ? addDays(from, pick(20, two ? 350 : 170)) : null;
  const asOf = addDays(from, pick(60, 540));
  const last = [end ?? to, asOf].toSorted()[0] ?? to;
  const reports = reportsOf(pick, from, last);
  return {
    placement: {
      id: 'P-1',
      level: ['A', 'B', 'C'][pick(0, 2)],
      providerOrgNo: '5560360793',
      relatedOrgNos: [],
      periods: [{ number: 1, from, to: middle }, ...(two ? [{ number: 2, from: middle, to }] : [])],
      end,
      endReason: end === null ? null : 'outcome',
    },
    reports,
    absences: Array.from({ length: pick(0, 4) }, () => ({
      date: addDays(from, pick(0, 180)),
      reason: pick(1, 4) === 1 ? 'unknown' : 'sick',
    })),
    outcome: end === null ? null : outcomeOf(pick, end),
    posted: reports.slice(0, -1).map(({ month }) => ({
      key: `base:${String(month)}:${basePayRow}`,
      amountOre: 100_000 + pick(0, 50_000),
    })),
    asOf,
  };
}

/** So many elements `{ agreement, facts }` such as the service has. Equal picks give equal input. */
export function trueInputs(pick: Pick, count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => ({
    agreement: AGREEMENTS[index % AGREEMENTS.length],
    facts: factsOf(pick, index % 2 === 0 ? '2020-01-01' : '2024-01-01'),
  }));
}
