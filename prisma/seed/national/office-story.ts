import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { ABSENCE_REASONS, type AbsenceReason } from '#lib/domain/compensation/types.ts';
import { assignCoaches } from '#prisma/seed/national/coaches.ts';
import { type Day, type Days, meetOf, type MonthSpan } from '#prisma/seed/national/days.ts';
import { honestMonth, planActivities, type Wanted } from '#prisma/seed/national/honest-month.ts';
import { type Ledger, makeLedger } from '#prisma/seed/national/ledger.ts';
import { type Meeting, meetingsOf } from '#prisma/seed/national/meetings.ts';
import type { Absence, StayMonth } from '#prisma/seed/national/months.ts';
import type { Office, Staff } from '#prisma/seed/national/providers.ts';
import { type Random, randomOf } from '#prisma/seed/national/random.ts';
import { ABSENCE, LOG_MONTHS, MONTHS_BACK, NOTHING, SENT_ON } from '#prisma/seed/national/shape.ts';
import { lastOf, type Stay } from '#prisma/seed/national/stays.ts';

/** Everything that happened at an office, before it is written. */
export type OfficeStory = {
  readonly office: Office;
  readonly stays: readonly Stay[];
  readonly coaches: readonly Staff[];
  /** What each stay's plan holds; what is planted may add to it. */
  readonly plans: ReadonlyMap<Stay, Set<ActivityCode>>;
  /** Months with service days, the earliest first. The one that goes on is among them. */
  readonly months: readonly StayMonth[];
  readonly ledger: Ledger;
};

type Given = {
  readonly seed: number;
  readonly days: Days;
  readonly newId: () => string;
  readonly firstTakes: number | null;
};

/** An honest office: coaches, plans, meetings, months, and the days on which their reports came in. */
export function tellOffice(office: Office, stays: readonly Stay[], given: Given): OfficeStory {
  const { seed, days, newId } = given;
  const random = randomOf(seed, `office ${office.id}`);
  const coaches = assignCoaches(stays, { random, newId, today: days.today, firstTakes: given.firstTakes });
  const plans = new Map(stays.map((stay) => [stay, new Set(planActivities(stay, random))]));
  const meetings = new Map(stays.map((stay) => [stay, meetingsOf(stay, days, random)]));
  const otherActor = new Map(stays.map((stay) => [stay, new Set<string>()]));
  const ledger = makeLedger(coaches.map(({ personId }) => personId));
  const months: StayMonth[] = [];
  for (let ago = MONTHS_BACK; ago >= 0; ago -= 1) {
    const month = days.month(ago);
    const sending = sendingDays(month, random);
    for (const stay of stays) {
      const service = meetOf({ from: stay.from, to: Math.min(lastOf(stay), days.today + 1) }, month);
      if (service === null) continue;
      const basis = { id: newId(), stay, month, service, dated: ago < LOG_MONTHS && !office.provider.ownLog };
      const wanted = {
        plan: plans.get(stay) ?? new Set(),
        meetings: meetings.get(stay) ?? [],
        otherActor: otherActor.get(stay) ?? new Set<string>(),
      };
      months.push(tellMonth(basis, wanted, { random, days, ledger, newId, sending }));
    }
  }
  return { office, stays, coaches, plans, months, ledger };
}

type Telling = {
  readonly random: Random;
  readonly days: Days;
  readonly ledger: Ledger;
  readonly newId: () => string;
  readonly sending: readonly Day[];
};

function tellMonth(
  basis: Pick<StayMonth, 'id' | 'stay' | 'month' | 'service' | 'dated'>,
  wanted: Pick<Wanted, 'plan' | 'meetings' | 'otherActor'>,
  { random, days, ledger, newId, sending }: Telling,
): StayMonth {
  const { stay, month, service } = basis;
  const met = wanted.meetings.filter(({ day }) => day >= service.from && day < service.to);
  const isEmpty = random.chance(NOTHING);
  const absences =
    basis.month.ago < LOG_MONTHS && !isEmpty && random.chance(ABSENCE)
      ? absencesOf(basis, met, { random, days, newId })
      : [];
  const away = new Set(absences.flatMap((absence) => wholeDays(absence)));
  const full = { ...wanted, stay, service, meetings: met, away, programme: stay.office.programme };
  const entries = isEmpty ? [] : honestMonth(full, random, days, ledger);
  const { participant } = stay;
  const sent = random.one(sending);
  return {
    ...basis,
    entries,
    absences,
    nothing: entries.length === 0 ? random.weighted(WHY_NOTHING) : null,
    language: participant.needsLanguage && random.chance(0.8) ? participant.language : null,
    answer: null,
    jobSuggestions: random.chance(0.5) ? 0 : Math.min(25, 1 + Math.floor(-3 * Math.log(1 - random.next()))),
    sentOn: month.ago === 0 || sent > days.today ? null : sent,
  };
}

const WHY_NOTHING: readonly (readonly [AbsenceReason, number])[] = [
  ['sick', 38],
  ['careOfChild', 22],
  ['unknown', 20],
  ['otherKnown', 12],
  ['work', 4],
  ['education', 4],
];

/** The office's days of reporting: two or three of the first ten, the first of the month before all. */
function sendingDays(month: MonthSpan, random: Random): readonly Day[] {
  return Array.from({ length: random.int(2, 4) }, () => month.to + random.weighted(SENT_ON) - 1);
}

/** Days that were missed altogether; none where it was taken back. */
export function wholeDays({ from, to, expected, absent, status }: Absence): readonly Day[] {
  if (absent < expected || status === 'withdrawn') return [];
  return Array.from({ length: to - from }, (_, n) => from + n);
}

/** Away some hours of a day, a whole day, or ill for some days – beside the days of meetings. */
function absencesOf(
  { service }: Pick<StayMonth, 'service'>,
  met: readonly Meeting[],
  { random, days, newId }: Pick<Telling, 'random' | 'days' | 'newId'>,
): Absence[] {
  const from = random.int(service.from, service.to - 1);
  const isLong = random.chance(0.25);
  const to = Math.min(service.to, from + (isLong ? random.int(2, 5) : 1));
  if (!days.isWorkday(from) || to > days.today) return [];
  const isPart = !isLong && random.chance(0.3);
  if (!isPart && met.some(({ day }) => day >= from && day < to)) return [];
  const expected = 60 * random.int(1, 3) * (to - from);
  return [
    {
      id: newId(),
      from,
      to,
      cause: isLong ? 'sick' : random.one(ABSENCE_REASONS),
      expected,
      absent: isPart ? Math.max(30, expected / 2) : expected,
      status: random.chance(0.75) ? 'approved' : 'submitted',
    },
  ];
}
