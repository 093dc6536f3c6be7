import type { Component } from '#lib/domain/compensation/evaluation.ts';
import type { FactChange } from '#lib/domain/statement/fact-changes.ts';
import { compareLineGroups, type LineGroupKey } from '#lib/domain/statement/line-group.ts';
import type { LineSubject, Paged, PreviousStatement } from '#lib/domain/statement/statement-view.ts';
import type { Month } from '#lib/shared/month.ts';
import { type Ore, ore, sumOre } from '#lib/shared/money.ts';

type Sum = LineGroupKey & { readonly amountOre: Ore };

/** What two statements have of one component, first postings apart from corrections. */
export type ComparedRow = {
  readonly component: Component;
  readonly correction: boolean;
  readonly beforeOre: Ore;
  readonly nowOre: Ore;
  readonly differenceOre: Ore;
  /** Base pay only: the months that the two statements pay, or correct; the latest first. */
  readonly months: readonly { readonly month: Month; readonly beforeOre: Ore; readonly nowOre: Ore }[];
};

function sumOf(sums: readonly Sum[], matches: (sum: Sum) => boolean): Ore {
  return sumOre(sums.filter(matches).map(({ amountOre }) => amountOre));
}

/**
 * Two statements side by side, in öre: a row for each component that either has, first postings before corrections.
 * The differences add up to the difference between the statements' nets (compensation model section 6).
 */
export function compareStatements(before: readonly Sum[], now: readonly Sum[]): readonly ComparedRow[] {
  const rows = new Map<string, Sum>();
  for (const sum of [...before, ...now].toSorted(compareLineGroups)) {
    const id = `${sum.component} ${sum.correction}`;
    if (!rows.has(id)) rows.set(id, sum);
  }
  return [...rows.values()].map(({ component, correction }) => {
    const isOwn = (sum: Sum) => sum.component === component && sum.correction === correction;
    const beforeOre = sumOf(before, isOwn);
    const nowOre = sumOf(now, isOwn);
    const months = [...new Set([...before, ...now].filter(isOwn).flatMap(({ month }) => month ?? []))];
    return {
      component,
      correction,
      beforeOre,
      nowOre,
      differenceOre: ore(nowOre - beforeOre),
      months: months
        .toSorted()
        .toReversed()
        .map((month) => ({
          month,
          beforeOre: sumOf(before, (sum) => isOwn(sum) && sum.month === month),
          nowOre: sumOf(now, (sum) => isOwn(sum) && sum.month === month),
        })),
    };
  });
}

/** A placement whose earlier lines this statement corrects, and why. What the reader may not know is left out. */
export type CorrectedPlacement = {
  readonly placementId: string;
  readonly subject: LineSubject;
  readonly officeName: string | null;
  readonly amountOre: Ore;
  readonly parts: readonly {
    readonly component: Component;
    readonly month: Month | null;
    readonly amountOre: Ore;
  }[];
  /** Null: not for this reader. */
  readonly changes: readonly FactChange[] | null;
};

/** This statement beside the provider's previous one. */
export type StatementChanges = {
  /** Null: it is the provider's first. */
  readonly previous: PreviousStatement | null;
  readonly rows: readonly ComparedRow[];
  readonly netOre: Ore;
  readonly placements: { readonly started: number; readonly ended: number };
  readonly corrected: Paged<CorrectedPlacement> & { readonly amountOre: Ore };
};
