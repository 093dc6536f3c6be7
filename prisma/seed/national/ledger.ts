import type { Day } from '#prisma/seed/national/days.ts';

/** No coach of an office gives more on a day than this, in minutes, unless it is meant so: a day has 1 440. */
const MOST = 1200;

/** What each coach of an office has given, day by day. */
export type Ledger = {
  readonly coaches: readonly string[];
  readonly given: (coach: string, day: Day) => number;
  readonly add: (coach: string | null, day: Day, minutes: number) => void;
  /** Who gives it: the own coach while the day has room, else a colleague, else somebody beside them. */
  readonly giver: (own: string | null, day: Day, minutes: number) => string | null;
};

export function makeLedger(coaches: readonly string[]): Ledger {
  const sums = new Map<string, number>();
  const given = (coach: string, day: Day): number => sums.get(`${coach} ${day}`) ?? 0;
  const hasRoom = (coach: string, day: Day, minutes: number): boolean => given(coach, day) + minutes <= MOST;
  return {
    coaches,
    given,
    add: (coach, day, minutes) => {
      if (coach !== null) sums.set(`${coach} ${day}`, given(coach, day) + minutes);
    },
    giver: (own, day, minutes) => {
      if (own !== null && hasRoom(own, day, minutes)) return own;
      return coaches.find((coach) => hasRoom(coach, day, minutes)) ?? null;
    },
  };
}
