import { closedBecause, type ContractPlaces } from '#lib/domain/choice/open-for-choice.ts';
import {
  type PlacedPeriod,
  type Settlement,
  settleSwitch,
} from '#lib/domain/provider-switch/settle-switch.ts';
import { type SwitchRefusal, switchRefused } from '#lib/domain/provider-switch/switch-problem.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Why somebody switches, where they want to say (switch, section 2). */
export const SWITCH_REASONS = [
  'dissatisfied',
  'heardGood',
  'moved',
  'language',
  'meetings',
  'other',
] as const;
export type SwitchReason = (typeof SWITCH_REASONS)[number];

/** The placement that a switch would end. `end` is null while it goes on. */
export type SwitchablePlacement = {
  readonly contractId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly end: PlainDate | null;
  readonly periods: readonly PlacedPeriod[];
};

export type SwitchFacts = {
  readonly placement: SwitchablePlacement;
  /** Whether a switch stands that has not taken effect yet. */
  readonly pending: boolean;
  readonly effectiveOn: PlainDate;
  readonly deliveryAreaId: string;
  readonly target: ContractPlaces & { readonly contractId: string };
};

/**
 * Why no switch at all can be made from a placement, or null: one is pending, the placement has an end, or it takes effect
 * on or after the planned end. What is shown before anybody is chosen.
 */
export function noSwitchBecause(
  facts: Pick<SwitchFacts, 'placement' | 'pending' | 'effectiveOn'>,
): 'switchPending' | 'placementEnded' | 'tooLittleTime' | null {
  if (facts.pending) return 'switchPending';
  if (facts.placement.end !== null) return 'placementEnded';
  return facts.effectiveOn >= facts.placement.to ? 'tooLittleTime' : null;
}

/** How a switch settles the placement, or why it cannot be made (switch, section 2). No permission is asked for. */
export function switchProvider(facts: SwitchFacts): Result<Settlement, Problem> {
  const never = noSwitchBecause(facts);
  if (never !== null) return err(switchRefused(never));
  const refusal = targetRefusal(facts);
  if (refusal !== null) return err(switchRefused(refusal));
  const settlement = settleSwitch(facts.placement, facts.effectiveOn);
  return settlement === null ? err(switchRefused('tooLittleTime')) : ok(settlement);
}

function targetRefusal(facts: SwitchFacts): SwitchRefusal | null {
  if (facts.target.contractId === facts.placement.contractId) return 'sameContract';
  const because = closedBecause(facts.target, facts.deliveryAreaId, facts.effectiveOn);
  // A contract that is not in force and one that is closed are the same to who switches.
  return because === 'notInForce' ? 'closed' : because;
}
