import { settleEnd } from '#lib/domain/interruption-request/decide-interruption.ts';
import type { InterruptionFacts } from '#lib/domain/interruption-request/interruption-request.ts';
import type { PlacementEnd } from '#lib/domain/placement-decision/end-placement.ts';
import { type EndPlacementInput, endPlacementInput } from '#lib/schemas/placement-decision.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { interruptionFacts } from '#lib/server/interruption-request/interruption-facts.ts';
import { carryOutEnd } from '#lib/server/placement-decision/carry-out.ts';
import {
  type DecidedPlacement,
  guardDecision,
  lockForDecision,
  waits,
} from '#lib/server/placement-decision/lock-for-decision.ts';

type State = DecidedPlacement & { readonly facts: InterruptionFacts };

/** A caseworker interrupts a placement without anybody's request: on a day, for a cause, with its kronor seen. */
export const endPlacement = defineCommand({
  name: 'placement.end',
  mandates: ['caseworker'],
  input: endPlacementInput,
  async lock(tx, { placementId }: EndPlacementInput, context): Promise<State | null> {
    const locked = await lockForDecision(tx, placementId, context);
    if (locked === null) return null;
    return { ...locked, facts: await interruptionFacts(tx, locked.placement, context) };
  },
  version: ({ placement }, { version }) => ({ seen: version, current: placement.version }),
  guard: ({ mandate, facts }) => guardDecision(mandate, waits(facts.current)),
  stepUp: () => null,
  decide: ({ placement, facts }, input, { today }) => settleEnd(input, { placement, facts, today }, ''),
  async write(tx, ended: PlacementEnd, { placement, facts }, context, { reason }) {
    const { placementId } = placement;
    const carried = { placementId, reason, documentId: null, money: facts.money, context };
    return { placementId, decisionId: await carryOutEnd(tx, ended, carried) };
  },
  audit: ({ placementId, decisionId }, { end, cause }, { placement }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [placement.participantId],
    detail: { decisionId, end, endReason: 'interruption', cause },
  }),
});
