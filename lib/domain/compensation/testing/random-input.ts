/** A whole number from `min` to `max`, both included: a seeded generator's or a property test's. */
export type Pick = (min: number, max: number) => number;

type Json = Record<string, unknown>;

const REASONS = ['sick', 'careOfChild', 'work', 'education', 'otherKnown', 'unknown'];
const EMPLOYERS = ['5560360793', '5590000000', '5590000018', '5567000001', null];

/** Days of 2023–2025 around which everything is made, so that things meet: month ends, leap day, holidays. */
function dayText(day: number): string {
  return new Date(Date.UTC(2023, 10, 1) + day * 86_400_000).toISOString().slice(0, 10);
}

function one<T>(pick: Pick, values: readonly T[]): T | undefined {
  return values[pick(0, values.length - 1)];
}

function chance(pick: Pick, percent: number): boolean {
  return pick(1, 100) <= percent;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function amounts(pick: Pick, most: number): Json {
  const amount = (): number => (chance(pick, 8) ? 0 : pick(1, most));
  return { A: amount(), B: amount(), C: amount() };
}

/** So many different whole numbers, rising. */
function rising(pick: Pick, count: number, min: number, max: number): number[] {
  return [...new Set(times(count, () => pick(min, max)))].toSorted((a, b) => a - b);
}

function rates(pick: Pick, member: string, most: number): Json[] {
  const later = rising(pick, pick(0, 3), 0, 500).map((day) => dayText(day));
  return ['2020-01-01', ...later].map((from) => ({ from, [member]: amounts(pick, most) }));
}

function milestones(pick: Pick): { months: number; sharePermille: number }[] {
  const months = rising(pick, pick(1, 3), 1, 8);
  const cuts = rising(pick, months.length - 1, 1, 900);
  while (cuts.length < months.length - 1) cuts.push((cuts.at(-1) ?? 0) + 1);
  const bounds = [0, ...cuts, 1000];
  return months.map((n, index) => ({
    months: n,
    sharePermille: (bounds[index + 1] ?? 0) - (bounds[index] ?? 0),
  }));
}

function agreement(pick: Pick): Json {
  const goals = milestones(pick);
  const releaseMonths = one(pick, goals)?.months;
  const minExtentPercent = pick(1, 100);
  const unused = { kind: 'unusedBasePay', sharePermille: pick(1, 1000), minExtentPercent, releaseMonths };
  const tiers = rising(pick, pick(1, 3), 1, 250).map((beforeDay) => ({
    beforeDay,
    ore: amounts(pick, 900_000),
  }));
  const extents = rising(pick, pick(1, 3), 1, 100);
  return {
    id: 'random',
    name: 'Slumpad, exempelbelopp',
    workdays: {
      weekdays: chance(pick, 70) ? [1, 2, 3, 4, 5] : times(pick(1, 7), () => pick(1, 7)),
      holidays: times(pick(0, 10), () => dayText(pick(0, 500))),
    },
    basePay: {
      rates: rates(pick, 'orePerDay', 9_999),
      noPayAbsences: times(pick(0, 2), () => one(pick, REASONS)),
      lapsesAfterDays: chance(pick, 50) ? null : pick(0, 40),
    },
    resultPay: {
      rates: rates(pick, 'ore', 4_000_001),
      milestones: goals,
      types: one(pick, [['employment'], ['employment', 'studies'], ['employment', 'studies', 'ownBusiness']]),
      minExtentPercent: pick(1, 80),
      maxGapDays: chance(pick, 60) ? pick(0, 10) : pick(0, 200),
      startWithinMonthsAfterEnd: chance(pick, 80) ? pick(2, 4) : pick(0, 1),
      signalWithinMonthsAfterEnd: pick(0, 12),
      excludeRelatedEmployers: chance(pick, 60),
      ...(chance(pick, 50) && { countFrom: one(pick, ['outcomeStart', 'serviceEnd']) }),
      ...(chance(pick, 40) && {
        extentShares: extents.map((fromPercent) => ({ fromPercent, permille: pick(1, 1000) })),
      }),
      ...(chance(pick, 40) && { studiesByApplication: chance(pick, 50) }),
    },
    speedBonus: one(pick, [null, unused, { kind: 'tiers', tiers, minExtentPercent, releaseMonths }]),
    supplement: chance(pick, 30)
      ? null
      : { ore: amounts(pick, 400_000), withinPeriods: pick(1, 2), releaseMonths },
    vatPermille: 250,
  };
}

function spell(pick: Pick, near: number): Json {
  const from = near + (chance(pick, 50) ? pick(-3, 3) : pick(-40, 200));
  return {
    from: dayText(from),
    to: chance(pick, 60) ? null : dayText(from + pick(1, 150)),
    extentPercent: chance(pick, 50) ? pick(50, 100) : pick(1, 100),
    employerOrgNo: one(pick, EMPLOYERS),
  };
}

function outcome(pick: Pick, end: number): Json {
  const start = end + (chance(pick, 60) ? pick(-4, 4) : pick(-100, 100));
  return {
    type: one(pick, ['employment', 'employment', 'employment', 'studies', 'studies', 'ownBusiness']),
    status: chance(pick, 75) ? 'approved' : one(pick, ['submitted', 'returned', 'rejected']),
    from: dayText(start + (chance(pick, 70) ? 0 : pick(-20, 20))),
    signalledOn: dayText(start + pick(-10, 60)),
    appliedOn: chance(pick, 60) ? null : dayText(start + pick(-90, 10)),
    verifiedThrough: chance(pick, 20) ? null : dayText(start + pick(60, 300)),
    spells: times(pick(chance(pick, 10) ? 0 : 1, 4), () => spell(pick, start)),
  };
}

function facts(pick: Pick): Json {
  const from = pick(0, 120);
  const length = pick(1, 180);
  const gap = chance(pick, 70) ? 0 : pick(1, 40);
  const first = { number: 1, from: dayText(from), to: dayText(from + length) };
  const secondFrom = from + length + gap;
  const last = secondFrom + pick(1, 180);
  const second = { number: 2, from: dayText(secondFrom), to: dayText(last) };
  const periods = one(pick, [[first], [second], [first, second]]) ?? [];
  const [begins, ends] = [
    periods[0] === second ? secondFrom : from,
    periods.at(-1) === second ? last : from + length,
  ];
  const end = chance(pick, 30) ? null : pick(begins, ends);
  const reported = times(14, (index) => index).filter(() => chance(pick, 70));
  const keys = [
    'result:3',
    'speed',
    'supplement',
    'base:2023-12:2020-01-01',
    'base:2024-02:2020-01-01',
    'other',
  ];
  return {
    placement: {
      id: 'P',
      level: one(pick, ['A', 'B', 'C']),
      providerOrgNo: '5560360793',
      relatedOrgNos: chance(pick, 50) ? [] : ['5567000001'],
      periods,
      end: end === null ? null : dayText(end),
      endReason:
        end === null ? null : one(pick, ['outcome', 'outcome', 'switch', 'interruption', 'completed']),
    },
    reports: reported.map((index) => ({
      month: new Date(Date.UTC(2023, 10 + index, 1)).toISOString().slice(0, 7),
      status: one(pick, ['approved', 'approved', 'approved', 'submitted', 'returned', 'rejected']),
      submittedOn: dayText(index * 30 + pick(20, 75)),
    })),
    absences: times(pick(0, 12), () => ({ date: dayText(from + pick(-5, 200)), reason: one(pick, REASONS) })),
    outcome: chance(pick, 20) ? null : outcome(pick, end ?? ends),
    posted: times(pick(0, 5), () => ({ key: one(pick, keys), amountOre: pick(-500_000, 500_000) })),
    asOf: dayText(chance(pick, 70) ? pick(150, 700) : pick(0, 400)),
  };
}

/** A valid `{ agreement, facts }`, made so that rules meet at their edges. Equal picks give equal input. */
export function randomInput(pick: Pick): { readonly agreement: Json; readonly facts: Json } {
  return { agreement: agreement(pick), facts: facts(pick) };
}

/** Whole numbers from a seed (mulberry32). */
export function seeded(seed: number): Pick {
  let state = seed >>> 0;
  return (min, max) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return min + Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (max - min + 1));
  };
}
