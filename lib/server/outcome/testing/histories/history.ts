import type { Level, OutcomeType } from '#lib/domain/compensation/types.ts';
import { firstDay, monthOf } from '#lib/shared/month.ts';
import { addDays, plainDate, type PlainDate } from '#lib/shared/plain-date.ts';

/** Whole numbers below a bound, from a seed. */
export type Below = (bound: number) => number;

export type PlannedSpell = {
  readonly from: PlainDate;
  /** Last day; null: it goes on. */
  readonly through: PlainDate | null;
  readonly extentPercent: number;
  /** At the provider itself. */
  readonly own: boolean;
  readonly employer: string;
};

/**
 * What an approval rests on: files that the coach hands in, employers that answer by their links, months of the income file, or
 * something that the reviewer has seen outside the portal and says.
 */
export type Proof = 'file' | 'employer' | 'income' | 'seen';

/** What a reviewer decides, with the last day that evidence shows. */
export type PlannedDecision =
  | { readonly kind: 'approve'; readonly verifiedLastDay: PlainDate | null }
  | { readonly kind: 'return' | 'reject' };

/** What happens after the first statement. */
export type PlannedChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'evidence' | 'decide'; readonly decision: PlannedDecision }
  | {
      readonly kind: 'correct';
      readonly spells: readonly PlannedSpell[];
      readonly decision: PlannedDecision | null;
    }
  | { readonly kind: 'withdraw' };

/** One made-up way from signal to pay. Days of service are 2 January to 30 June 2026. */
export type History = {
  readonly agreementVersionId: string;
  readonly level: Level;
  readonly wantedPercent: number;
  readonly type: OutcomeType;
  readonly start: PlainDate;
  readonly appliedOn: PlainDate | null;
  readonly signalledOn: PlainDate;
  /** The caseworker lets the placement end with the work, where it can. */
  readonly ends: boolean;
  readonly spells: readonly PlannedSpell[];
  readonly proof: Proof;
  readonly decision: PlannedDecision | null;
  readonly change: PlannedChange;
  /** Set after the first statement; null: it stays. */
  readonly wantedLater: number | null;
};

export const PLACED_FROM = plainDate('2026-01-02');
/** Signals come until June; outcomes are reported and decided in autumn. */
export const REPORTED_ON = plainDate('2026-11-02');
export const FIRST_CUT_OFF = plainDate('2026-12-01');
export const CHANGED_ON = plainDate('2026-12-14');
export const SECOND_CUT_OFF = plainDate('2027-05-03');
export const AGREEMENTS = ['krom-exempel-1', 'rom2-exempel-1'] as const;

/** A history that the rules of the forms let through; what it gives ranges from nothing at all to everything. */
export function makeHistory(below: Below): History {
  const start = addDays(PLACED_FROM, below(200));
  const type = below(4) === 0 ? 'studies' : 'employment';
  const at = (days: number): PlainDate => addDays(PLACED_FROM, days);
  // Told of before or after the first day, and inside the window of placements that run to their planned end.
  const signalledOn = at(Math.min(230, Math.max(1, below(200) + below(30))));
  const spells = makeSpells(below, start);
  return {
    agreementVersionId: AGREEMENTS[below(AGREEMENTS.length)] ?? AGREEMENTS[0],
    level: (['A', 'B', 'C'] as const)[below(3)] ?? 'B',
    wantedPercent: [100, 100, 75, 50, 67][below(5)] ?? 100,
    type,
    start,
    appliedOn: type === 'studies' ? addDays(signalledOn, -below(60)) : null,
    signalledOn,
    ends: below(3) > 0,
    spells,
    proof: makeProof(below, type),
    decision: below(8) === 0 ? null : makeDecision(below, start, REPORTED_ON),
    change: makeChange(below, start),
    wantedLater: below(6) === 0 ? ([100, 50, 80][below(3)] ?? 100) : null,
  };
}

// Schools are in no income file, and are asked nothing.
function makeProof(below: Below, type: OutcomeType): Proof {
  if (type !== 'employment') return below(3) === 0 ? 'seen' : 'file';
  return (['file', 'employer', 'income', 'seen'] as const)[below(4)] ?? 'seen';
}

/** The last day that evidence given on a day can show: a file that of the plan, an employer that day, a file of incomes the last month that is over. */
export function reachOf(proof: Proof, last: PlainDate, day: PlainDate): PlainDate {
  switch (proof) {
    case 'file':
    case 'seen':
      return last;
    case 'employer':
      return day;
    case 'income':
      return addDays(firstDay(monthOf(day)), -1);
  }
}

/** The last day through which evidence that reaches a day shows work: the latest on which any spell is held; null: none is. */
export function shownThrough(spells: readonly PlannedSpell[], reach: PlainDate): PlainDate | null {
  const ends = spells
    .filter(({ from }) => from <= reach)
    .map(({ through }) => (through !== null && through < reach ? through : reach));
  return ends.toSorted().at(-1) ?? null;
}

function makeSpells(below: Below, start: PlainDate): readonly PlannedSpell[] {
  const first: PlannedSpell = {
    from: start,
    through: below(3) === 0 ? addDays(start, 20 + below(240)) : null,
    extentPercent: [100, 100, 80, 50, 40, 25, 1 + below(100)][below(7)] ?? 100,
    own: below(12) === 0,
    employer: 'Bageriet',
  };
  if (below(3) > 0) return [first];
  const from = addDays(start, below(60));
  const second: PlannedSpell = {
    from: from <= REPORTED_ON ? from : REPORTED_ON,
    through: null,
    extentPercent: 1 + below(75),
    // Two at the same employer would overlap.
    own: !first.own && below(12) === 0,
    employer: 'Kvarnen',
  };
  return [first, second];
}

function makeDecision(below: Below, start: PlainDate, day: PlainDate): PlannedDecision {
  if (below(8) === 0) return { kind: below(2) === 0 ? 'return' : 'reject' };
  const last = below(3) === 0 ? addDays(start, below(260)) : day;
  return { kind: 'approve', verifiedLastDay: below(6) === 0 ? null : last < day ? last : day };
}

function makeChange(below: Below, start: PlainDate): PlannedChange {
  const decision = makeDecision(below, start, CHANGED_ON);
  switch (below(5)) {
    case 0:
      return {
        kind: 'correct',
        spells: makeSpells(below, start),
        decision: below(4) === 0 ? null : decision,
      };
    case 1:
      return { kind: 'withdraw' };
    case 2:
      return { kind: 'decide', decision };
    case 3:
      return { kind: 'evidence', decision: { kind: 'approve', verifiedLastDay: CHANGED_ON } };
    default:
      return { kind: 'none' };
  }
}
