import type { Because } from '#lib/domain/compensation/because.ts';
import {
  type Component,
  type Entries,
  type MilestoneReason,
  NO_ENTRIES,
} from '#lib/domain/compensation/evaluation.ts';
import type { AcceptedOutcome } from '#lib/domain/compensation/outcome.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { epochDayAfterMonths } from '#lib/shared/epoch-day.ts';
import type { Ore } from '#lib/shared/money.ts';
import { fromEpochDay, type PlainDate, toEpochDay } from '#lib/shared/plain-date.ts';

/** Where a milestone stands: earned, due on a day ahead, or not payable. */
export type MilestoneState =
  | { readonly kind: 'earned'; readonly because: readonly Because[] }
  | { readonly kind: 'pending'; readonly dueOn: PlainDate }
  | { readonly kind: 'notPayable'; readonly reason: MilestoneReason };

/** The state of the milestone of so many calendar months; the first that fits (compensation model section 4). */
export function milestoneState(
  agreement: AgreementVersion,
  facts: PlacementFacts,
  accepted: AcceptedOutcome,
  months: number,
): MilestoneState {
  const { outcome, coverage, start, countedFrom } = accepted;
  const { maxGapDays, countFrom } = agreement.resultPay;
  const due = epochDayAfterMonths(countedFrom, months);
  const uncoveredDays = due - start - coverage.coveredDays(start, due);
  if (uncoveredDays > maxGapDays || coverage.coveredDays(due - 1, due) === 0) {
    return { kind: 'notPayable', reason: 'broken' };
  }
  if (due > toEpochDay(facts.asOf)) return { kind: 'pending', dueOn: fromEpochDay(due) };
  const { verifiedThrough, status } = outcome;
  const dueOn = fromEpochDay(due);
  if (verifiedThrough === null || verifiedThrough < dueOn)
    return { kind: 'notPayable', reason: 'notVerified' };
  if (status !== 'approved') return { kind: 'notPayable', reason: 'notApproved' };
  return {
    kind: 'earned',
    because: [
      ...accepted.because,
      {
        rule: 'milestone.due',
        section: '4',
        facts: { countFrom, countedFrom: fromEpochDay(countedFrom), months, dueOn },
      },
      { rule: 'milestone.lasted', section: '4', facts: { uncoveredDays, maxGapDays } },
      { rule: 'milestone.verified', section: '4', facts: { verifiedThrough, status } },
    ],
  };
}

/** What is released with a milestone: its key, price and the steps of its own. */
export type Released = {
  readonly key: string;
  readonly component: Component;
  readonly quantity: number;
  readonly unitOre: Ore | null;
  readonly amountOre: Ore;
  readonly because: readonly Because[];
};

/** The one entry that an amount gives in a milestone's state. An amount of zero gives none. */
export function entryFor(state: MilestoneState, { because, ...released }: Released): Entries {
  const { key, component, amountOre } = released;
  if (amountOre === 0) return NO_ENTRIES;
  if (state.kind === 'earned') {
    return { ...NO_ENTRIES, lines: [{ ...released, because: [...state.because, ...because] }] };
  }
  if (state.kind === 'pending') {
    return { ...NO_ENTRIES, pending: [{ key, component, dueOn: state.dueOn, amountOre }] };
  }
  return { ...NO_ENTRIES, notPayable: [{ key, component, reason: state.reason, amountOre }] };
}
