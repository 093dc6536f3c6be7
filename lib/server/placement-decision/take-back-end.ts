import {
  confirmationOf,
  type DecisionMoney,
  effectOfEnd,
  kronorMoved,
} from '#lib/domain/placement-decision/shown-effect.ts';
import { type EndFacts, refuseTakingBack } from '#lib/domain/placement-decision/take-back-end.ts';
import { type TakeBackEndInput, takeBackEndInput } from '#lib/schemas/placement-decision.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { carryOutTakingBack } from '#lib/server/placement-decision/carry-out.ts';
import { decisionMoney } from '#lib/server/placement-decision/decision-money.ts';
import { endFacts } from '#lib/server/placement-decision/end-facts.ts';
import {
  type DecidedPlacement,
  guardDecision,
  lockForDecision,
} from '#lib/server/placement-decision/lock-for-decision.ts';
import { forbidden } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = DecidedPlacement & { readonly facts: EndFacts; readonly money: DecisionMoney | null };

/** A caseworker takes back an end that was wrong, as long as nothing rests on it, with its kronor seen. */
export const takeBackEnd = defineCommand({
  name: 'placement.takeBackEnd',
  mandates: ['caseworker'],
  input: takeBackEndInput,
  async lock(tx, { placementId }: TakeBackEndInput, context): Promise<State | null> {
    const locked = await lockForDecision(tx, placementId, context);
    if (locked === null) return null;
    const money = await decisionMoney(tx, placementId, context);
    return { ...locked, facts: await endFacts(tx, placementId), money };
  },
  version: ({ placement }, { version }) => ({ seen: version, current: placement.version }),
  guard: ({ mandate }) => guardDecision(mandate, false),
  stepUp: () => null,
  decide({ facts, money }, { confirmed, reason }) {
    const refused = refuseTakingBack(facts);
    if (refused !== null) return err(refused);
    if (money === null) return err(forbidden());
    return confirmationOf(null, effectOfEnd(money, null)) === confirmed ? ok({ reason }) : err(kronorMoved());
  },
  async write(tx, { reason }, { placement, money }, context) {
    const { placementId } = placement;
    const carried = { placementId, reason, documentId: null, money, context };
    return { placementId, decisionId: await carryOutTakingBack(tx, carried) };
  },
  audit: ({ placementId, decisionId }, _, { placement }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [placement.participantId],
    detail: { decisionId, end: placement.end, endReason: placement.endReason },
  }),
});
