import type { EndReason, Level } from '#lib/domain/compensation/types.ts';
import { dateOf, type Day, type Days, type Span } from '#prisma/seed/national/days.ts';
import { LANGUAGES, nameOf } from '#prisma/seed/national/names.ts';
import type { Office, Provider } from '#prisma/seed/national/providers.ts';
import { type Random, randomOf } from '#prisma/seed/national/random.ts';
import {
  BORN_IN_SWEDEN,
  DISABILITY_CODE,
  ENDS,
  EXTENDED,
  LANGUAGE_SUPPORT,
  LEVELS,
  MONTHS_BACK,
  NATIONAL,
  PROTECTED,
  WOMEN,
} from '#prisma/seed/national/shape.ts';

export type Participant = {
  readonly id: string;
  readonly nth: number;
  readonly personId: string;
  readonly given: string;
  readonly family: string;
  readonly sex: 'F' | 'M';
  readonly bornInSweden: boolean;
  readonly disability: boolean;
  readonly protected: boolean;
  readonly language: string;
  readonly needsLanguage: boolean;
};

export type ServicePeriod = Span & {
  readonly id: string;
  readonly number: 1 | 2;
  readonly reference: string;
};

/** A placement: where somebody is, from when to when, and how it ended. */
export type Stay = {
  readonly id: string;
  readonly decisionId: string;
  readonly participant: Participant;
  readonly office: Office;
  readonly level: Level;
  readonly choice: 'active' | 'proximity';
  readonly periods: readonly ServicePeriod[];
  readonly from: Day;
  /** The last period's last day, exclusive. */
  readonly to: Day;
  readonly end: Day | null;
  readonly endReason: EndReason | null;
  /** The stay before a switch. */
  readonly after: Stay | null;
  /** Somebody at the office; nobody yet where it has just begun. */
  coachPersonId: string | null;
};

const PERIOD_DAYS = 180;
/** A second period is decided so many days before the first ends. */
const DECIDED_BEFORE = 21;

type Given = {
  readonly seed: number;
  readonly scale: number;
  readonly days: Days;
  readonly newId: () => string;
};

/** The first day no longer in the service. */
export function lastOf(stay: Pick<Stay, 'end' | 'to'>): Day {
  return stay.end ?? stay.to;
}

/** All placements of the country, by the office: participants who chose, went on, switched and left. */
export function makeStays(providers: readonly Provider[], given: Given): ReadonlyMap<string, Stay[]> {
  const random = randomOf(given.seed, 'stays');
  const offices = providers.flatMap((provider) => provider.offices);
  const draw = drawerOf(offices.map((office) => [office, office.weight]));
  const near = nearbyOf(offices);
  const stays = new Map<string, Stay[]>(offices.map(({ id }) => [id, []]));
  const wanted = Math.round(NATIONAL.placements * given.scale);
  const maker = stayMaker(random, given);
  let made = 0;
  for (let nth = 0; made < wanted; nth += 1) {
    const participant = makeParticipant(nth, random, given.newId);
    let stay: Stay | null = maker.first(participant, draw(random), startOf(random, given.days));
    while (stay !== null) {
      stays.get(stay.office.id)?.push(stay);
      made += 1;
      stay = stay.endReason === 'switch' ? maker.switched(stay, random.one(near(stay.office))) : null;
    }
  }
  return stays;
}

function makeParticipant(nth: number, random: Random, newId: () => string): Participant {
  const sex = random.chance(WOMEN) ? 'F' : 'M';
  const bornInSweden = random.chance(BORN_IN_SWEDEN);
  const needsLanguage = !bornInSweden && random.chance(LANGUAGE_SUPPORT / (1 - BORN_IN_SWEDEN));
  const isProtected = random.chance(PROTECTED);
  return {
    id: newId(),
    nth,
    personId: newId(),
    ...(isProtected ? { given: 'Skyddad', family: 'Deltagare' } : nameOf(random, sex)),
    sex,
    bornInSweden,
    disability: random.chance(DISABILITY_CODE),
    protected: isProtected,
    language: bornInSweden ? 'sv' : random.weighted(LANGUAGES),
    needsLanguage,
  };
}

/** A working day of the months back, more often a Monday or the first of a month. */
function startOf(random: Random, days: Days): Day {
  const first = days.month(MONTHS_BACK).from;
  for (;;) {
    const day = random.int(first, days.today);
    const keep = (day + 3) % 7 === 0 || dateOf(day).endsWith('-01') ? 1 : 0.55;
    if (days.isWorkday(day) && random.chance(keep)) return day;
  }
}

function stayMaker(random: Random, { days, newId }: Given) {
  let reference = 0;
  const nextReference = (): string => {
    reference += 1;
    return String(310_000_000 + ((reference * 7_368_787) % 280_000_000));
  };
  const make = (
    basis: Pick<Stay, 'participant' | 'office' | 'level' | 'choice' | 'decisionId' | 'after' | 'from'>,
    begun: { readonly number: 1 | 2; readonly to: Day },
  ): Stay => {
    const periods: ServicePeriod[] = [
      { id: newId(), reference: nextReference(), from: basis.from, ...begun },
    ];
    let fate = fateOf(random, basis.from, begun.to);
    const isDecided = begun.number === 1 && begun.to - DECIDED_BEFORE <= days.today;
    if (fate === null && isDecided && random.chance(EXTENDED)) {
      const to = begun.to + PERIOD_DAYS;
      periods.push({ id: newId(), number: 2, reference: nextReference(), from: begun.to, to });
      fate = fateOf(random, begun.to, to);
    }
    // What lies ahead nobody knows.
    const known = fate !== null && fate.on <= days.today ? fate : null;
    return {
      ...basis,
      id: newId(),
      periods,
      to: periods.at(-1)?.to ?? begun.to,
      end: known?.on ?? null,
      endReason: known?.reason ?? null,
      coachPersonId: null,
    };
  };
  return {
    first: (participant: Participant, office: Office, from: Day): Stay => {
      const basis = {
        participant,
        office,
        level: random.weighted(LEVELS),
        decisionId: newId(),
        after: null,
        from,
      };
      return make({ ...basis, choice: choiceOf(random, participant) }, { number: 1, to: from + PERIOD_DAYS });
    },
    /** The rest of the period, at another office. */
    switched: (before: Stay, office: Office): Stay | null => {
      const from = before.end ?? before.to;
      const running = before.periods.find((period) => period.from <= from && from < period.to);
      if (running === undefined || running.to - from < 7) return null;
      const { participant, level, decisionId } = before;
      const basis = {
        participant,
        office,
        level,
        decisionId,
        after: before,
        from,
        choice: 'active',
      } as const;
      return make(basis, { number: running.number, to: running.to });
    },
  };
}

/** How a period ends before its last day, if it does. */
function fateOf(random: Random, from: Day, to: Day): { readonly on: Day; readonly reason: EndReason } | null {
  const draw = random.next();
  const on = random.int(Math.min(from + 12, to - 1), to - 1);
  // Work that begins in the first days was hardly found here: a fault, where it is planted.
  if (draw < ENDS.outcome) return on > from + 8 ? { on, reason: 'outcome' } : null;
  if (draw < ENDS.outcome + ENDS.interruption) return { on, reason: 'interruption' };
  return draw < ENDS.outcome + ENDS.interruption + ENDS.switch ? { on, reason: 'switch' } : null;
}

/** 74 of a hundred choose themselves; women, born in Sweden and with a disability code more often (insight, section 1). */
function choiceOf(random: Random, participant: Participant): Stay['choice'] {
  const share =
    0.695 +
    (participant.sex === 'F' ? 0.05 : 0) +
    (participant.bornInSweden ? 0.12 : 0) +
    (participant.disability ? 0.12 : 0);
  return random.chance(Math.min(0.97, share - 0.025)) ? 'active' : 'proximity';
}

/** Draws by weight in a few steps, however many there are. */
function drawerOf<T>(values: readonly (readonly [T, number])[]): (random: Random) => T {
  let sum = 0;
  const ends = values.map(([value, weight]) => {
    sum += weight;
    return { value, end: sum };
  });
  return (random) => {
    const at = random.next() * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const found = ends[low];
    if (found === undefined) throw new RangeError('Nothing to draw from');
    return found.value;
  };
}

/** Other providers' offices of the same area; anybody else's where there is none. */
function nearbyOf(offices: readonly Office[]): (office: Office) => readonly Office[] {
  const byArea = new Map<string, Office[]>();
  for (const office of offices) byArea.set(office.area.id, [...(byArea.get(office.area.id) ?? []), office]);
  return ({ area, provider }) => {
    const others = (byArea.get(area.id) ?? []).filter((other) => other.provider !== provider);
    return others.length > 0 ? others : offices.filter((other) => other.provider !== provider);
  };
}
