import { judgePlacement } from '#lib/domain/quality/judge-placement.ts';
import type { PlacementFacts } from '#lib/domain/quality/placement-facts.ts';
import type { PlacementRequirement } from '#lib/domain/quality/standing.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { reportDueOn, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import { type Month, month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

export const TERMS = { ...TERMS_SINCE_STATEMENTS, ...terms };
export const dueOn = (of: Month) => reportDueOn(of, TERMS);
export const day = plainDate;
/** A Thursday in week 12; weeks 8–11 begin on 16 February, 23 February, 2 March and 9 March. */
export const TODAY = day('2026-03-19');

export const FULL = [
  { from: day('2026-02-16'), minutes: 60 },
  { from: day('2026-02-23'), minutes: 60 },
  { from: day('2026-03-02'), minutes: 60 },
  { from: day('2026-03-09'), minutes: 60 },
  { from: day('2026-03-16'), minutes: 60 },
];

/** Everything in order: in the first period since 5 January, logged, planned, reported. */
export const GOOD: PlacementFacts = {
  from: day('2026-01-05'),
  to: day('2026-07-04'),
  periods: [{ number: 1, from: day('2026-01-05'), to: day('2026-07-04') }],
  hasLog: true,
  weeks: FULL,
  logged: [{ month: month('2026-03'), support: 180, onSite: 180 }],
  reports: [
    { month: month('2026-01'), submittedOn: day('2026-02-05'), support: 240, onSite: 240 },
    { month: month('2026-02'), submittedOn: day('2026-03-04'), support: 240, onSite: 240 },
  ],
  lastMeetingOn: day('2026-03-16'),
  lastOnSiteMeetingOn: day('2026-03-16'),
  otherActorMonths: [],
  plans: [{ from: day('2026-01-07'), madeOn: day('2026-01-07'), derived: false, extended: false }],
};
export const OWN_LOG = {
  hasLog: false,
  weeks: [],
  logged: [],
  lastMeetingOn: null,
  lastOnSiteMeetingOn: null,
};

export function standing(requirement: PlacementRequirement, given: Partial<PlacementFacts>, today = TODAY) {
  const found = judgePlacement({ ...GOOD, ...given }, TERMS, dueOn, today).find(
    (each) => each.requirement === requirement,
  );
  if (found === undefined) throw new Error(requirement);
  return found;
}

/** State and code, then what else the row tells of. */
export const briefly = (...given: Parameters<typeof standing>) => {
  const { state, because, since, until } = standing(...given);
  return [state, because.code, since, until];
};
