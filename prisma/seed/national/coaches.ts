import type { Day } from '#prisma/seed/national/days.ts';
import { nameOf } from '#prisma/seed/national/names.ts';
import type { Staff } from '#prisma/seed/national/providers.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import { lastOf, type Stay } from '#prisma/seed/national/stays.ts';

/** How many participants a coach gets in the ordinary way. */
const CAPS: readonly (readonly [number, number])[] = [
  [22, 10],
  [28, 25],
  [34, 30],
  [40, 20],
  [46, 10],
  // As many as the contract allows: near, and nothing is wrong with it.
  [50, 5],
];

/**
 * Gives each placement a coach of the office: the one with most room, a new one where there is none. `firstTakes` is for an
 * office where the first coach gets that many, whatever the contract says. A placement of the last few days has none yet.
 */
export function assignCoaches(
  stays: readonly Stay[],
  given: {
    readonly random: Random;
    readonly newId: () => string;
    readonly today: Day;
    readonly firstTakes: number | null;
  },
): readonly Staff[] {
  const { random, newId, today, firstTakes } = given;
  const coaches: { staff: Staff; cap: number; own: Stay[] }[] = [];
  const hire = (): (typeof coaches)[number] => {
    const hired = {
      staff: { personId: newId(), ...nameOf(random, random.chance(0.6) ? 'F' : 'M') },
      cap: coaches.length === 0 && firstTakes !== null ? firstTakes : random.weighted(CAPS),
      own: [],
    };
    coaches.push(hired);
    return hired;
  };
  for (const stay of stays.toSorted((a, b) => a.from - b.from)) {
    if (stay.from > today - 4 && random.chance(0.3)) continue;
    const room = ({ cap, own }: (typeof coaches)[number]): number => cap - activeOn(own, stay.from);
    const [first] = coaches;
    const most =
      firstTakes !== null && first !== undefined && room(first) > 0
        ? first
        : coaches.toSorted((a, b) => room(b) - room(a))[0];
    const chosen = most !== undefined && room(most) > 0 ? most : hire();
    chosen.own.push(stay);
    stay.coachPersonId = chosen.staff.personId;
  }
  if (coaches.length === 0) hire();
  return coaches.map(({ staff }) => staff);
}

/** How many of the placements have a service day on a day. */
export function activeOn(stays: readonly Stay[], day: Day): number {
  let count = 0;
  for (const stay of stays) if (stay.from <= day && lastOf(stay) > day) count += 1;
  return count;
}
