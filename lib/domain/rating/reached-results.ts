import { milestoneState } from '#lib/domain/compensation/milestone.ts';
import { acceptOutcome } from '#lib/domain/compensation/outcome.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';

/** Which of the two results that are measured a placement has reached. */
export type ReachedResults = { readonly first: boolean; readonly second: boolean };

const NONE: ReachedResults = { first: false, second: false };

/**
 * Whether the first and the second milestone of the outcome are earned: it has lasted, is verified and approved (compensation
 * model section 4). Under an agreement version with one milestone that one is both: there is nothing more to reach.
 */
export function reachedResults(agreement: AgreementVersion, facts: PlacementFacts): ReachedResults {
  const { outcome, asOf } = facts;
  if (outcome === null || outcome.signalledOn > asOf) return NONE;
  const accepted = acceptOutcome(agreement, facts, outcome);
  if (!accepted.ok) return NONE;
  const earned = agreement.resultPay.milestones.map(
    ({ months }) => milestoneState(agreement, facts, accepted.value, months).kind === 'earned',
  );
  const [first = false, second = first] = earned;
  return { first, second };
}
