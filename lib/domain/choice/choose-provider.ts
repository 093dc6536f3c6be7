import {
  type ClosedBecause,
  closedBecause,
  type ContractPlaces,
} from '#lib/domain/choice/open-for-choice.ts';
import { type ChoiceRefusal, choiceRefused } from '#lib/domain/choice/choice-problem.ts';
import { createPeriod, type Period } from '#lib/shared/period.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A service period as the decision has it, half-open. */
export type DecidedPeriod = {
  readonly id: string;
  readonly number: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** A placement to be, and its service periods as they will be. */
export type NewPlacement = { readonly period: Period; readonly servicePeriods: readonly DecidedPeriod[] };

/**
 * When a choice made today begins and ends: from the first unplaced service period's first day or, where that has passed,
 * today; to the end of the last one. What has passed of a period is nobody's; periods that are over fall away.
 * `alreadyChosen` where nothing is unplaced, `serviceOver` where nothing is left of it.
 */
export function placementToBe(
  unplaced: readonly DecidedPeriod[],
  today: PlainDate,
): Result<NewPlacement, 'alreadyChosen' | 'serviceOver'> {
  if (unplaced.length === 0) return err('alreadyChosen');
  const servicePeriods = unplaced
    .filter(({ to }) => to > today)
    .map((given) => ({ ...given, from: given.from < today ? today : given.from }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first, last] = [servicePeriods[0], servicePeriods.at(-1)];
  if (first === undefined || last === undefined) return err('serviceOver');
  const period = createPeriod(first.from, last.to);
  return period.ok ? ok({ period: period.value, servicePeriods }) : err('serviceOver');
}

export type ChoiceFacts = {
  readonly today: PlainDate;
  readonly deliveryAreaId: string;
  readonly unplaced: readonly DecidedPeriod[];
  /** First day without help, where a placement stands on those days; null where none does. */
  readonly helpedUntil: PlainDate | null;
  readonly contract: ContractPlaces;
};

/**
 * The placement that a choice gives, or why it cannot be (choice, section 1). The last day to choose is not asked about:
 * who has not been assigned anybody can still choose. A place is left, or `full`; of two for one place one gets it,
 * because whoever asks holds the contract's lock. Nobody has two placements at once: `alreadyHelped`.
 */
export function chooseProvider(facts: ChoiceFacts): Result<NewPlacement, Problem> {
  const placement = placementToBe(facts.unplaced, facts.today);
  if (!placement.ok) return err(choiceRefused(placement.error));
  if (facts.helpedUntil !== null) return err(choiceRefused('alreadyHelped'));
  const because = closedBecause(facts.contract, facts.deliveryAreaId, placement.value.period.from);
  return because === null ? placement : err(choiceRefused(refusalOf(because)));
}

function refusalOf(because: ClosedBecause): ChoiceRefusal {
  // A contract that is not in force and one that is closed are the same to who chooses.
  return because === 'notInForce' ? 'closed' : because;
}
