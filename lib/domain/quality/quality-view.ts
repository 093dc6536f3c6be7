import type { Level } from '#lib/domain/compensation/types.ts';
import { byUrgency, type PlacementStanding } from '#lib/domain/quality/judge-placement.ts';
import type { OpeningSpan } from '#lib/domain/quality/opening.ts';
import type { PlacementRequirement, QualityState, Standing } from '#lib/domain/quality/standing.ts';
import type { Tallies } from '#lib/domain/quality/tally.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Somebody in the service today: whose placement it is, and where. */
export type Placed = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly familyName: string;
  readonly reference: string;
  readonly level: Level;
  readonly officeId: string;
  readonly officeName: string;
  readonly coachPersonId: string | null;
  readonly coachName: string | null;
};

/** One participant in the service today, and how the placement stands, the most urgent first. */
export type JudgedPlacement = Placed & { readonly standings: readonly PlacementStanding[] };

/** When the facts were read, and the terms that they were held against. */
export type QualityBasis = {
  readonly today: PlainDate;
  /** ISO 8601 with zone. */
  readonly readAt: string;
  readonly terms: Terms;
};

export type OfficeQuality = {
  readonly officeId: string;
  readonly name: string;
  readonly participants: number;
  readonly tallies: Tallies;
  readonly premises: Standing<'premises'>;
  /** Of the placements that ended in the last three months. */
  readonly finalReport: Standing<'finalReport'>;
  readonly planable: Standing<'planable'>;
};

export type CoachQuality = {
  readonly personId: string;
  readonly name: string;
  /** Of the participants that the reader sees. */
  readonly participants: number;
  readonly broken: number;
  readonly near: number;
  /** Of all the coach's participants at the provider. */
  readonly load: Standing<'coachLoad'>;
};

export type QualityOverview = QualityBasis & {
  readonly participants: number;
  readonly withBroken: number;
  readonly withNear: number;
  readonly withoutCoach: number;
  readonly tallies: Tallies;
  readonly offices: readonly OfficeQuality[];
  readonly coaches: readonly CoachQuality[];
};

/** What a list of participants is narrowed to; an empty text narrows nothing. */
export type QualityFilter = {
  readonly q: string;
  readonly office: string;
  readonly coach: string;
  readonly requirement: PlacementRequirement | '';
  readonly state: QualityState | '';
};

export type QualityList = QualityBasis & {
  readonly rows: readonly JudgedPlacement[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** How many there are in each state, as the rest of the filter leaves them. */
  readonly counts: Readonly<Record<QualityState | 'all', number>>;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly coaches: readonly { readonly id: string; readonly name: string }[];
};

export type OfficeOpening = {
  readonly officeId: string;
  readonly name: string;
  readonly version: number;
  readonly spans: readonly OpeningSpan[];
  /** As participants read it now. */
  readonly words: string | null;
};

/** Standings that a filter looks at: all, or that of one requirement. */
function lookedAt({ standings }: JudgedPlacement, requirement: QualityFilter['requirement']) {
  return requirement === '' ? standings : standings.filter((each) => each.requirement === requirement);
}

/** Whether the placement is in the state: broken, near or unknown in something, met in everything. */
export function isInState(
  placement: JudgedPlacement,
  { requirement, state }: Pick<QualityFilter, 'requirement' | 'state'>,
): boolean {
  const standings = lookedAt(placement, requirement);
  return state === 'met'
    ? standings.every((each) => each.state === 'met')
    : state === '' || standings.some((each) => each.state === state);
}

/** What a row says first: of the requirement and state that are looked for, the most urgent. */
export function leadingStanding(
  placement: JudgedPlacement,
  { requirement, state }: Pick<QualityFilter, 'requirement' | 'state'>,
): PlacementStanding | undefined {
  const standings = lookedAt(placement, requirement);
  return standings.find((each) => each.state === state) ?? standings[0];
}

const byName = new Intl.Collator('sv');

/** The most urgent first by what each row says first, then by name. */
export function inUrgency(
  placements: readonly JudgedPlacement[],
  filter: Pick<QualityFilter, 'requirement' | 'state'>,
): readonly JudgedPlacement[] {
  return placements
    .map((placement) => ({ placement, leading: leadingStanding(placement, filter) }))
    .toSorted(
      (a, b) =>
        (a.leading === undefined || b.leading === undefined ? 0 : byUrgency(a.leading, b.leading)) ||
        byName.compare(a.placement.familyName, b.placement.familyName) ||
        byName.compare(a.placement.name, b.placement.name) ||
        (a.placement.placementId < b.placement.placementId ? -1 : 1),
    )
    .map(({ placement }) => placement);
}

/** Whether the placement's name or reference holds what is searched for, at the office and coach that are asked for. */
export function isSearched(placement: JudgedPlacement, { q, office, coach }: QualityFilter): boolean {
  const wanted = q.toLocaleLowerCase('sv');
  return (
    (office === '' || placement.officeId === office) &&
    (coach === '' || placement.coachPersonId === coach) &&
    (q === '' || placement.name.toLocaleLowerCase('sv').includes(wanted) || placement.reference === q)
  );
}
