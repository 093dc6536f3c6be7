import { settleExtension } from '#lib/domain/extension/decide-extension.ts';
import type { ExtensionFacts } from '#lib/domain/extension/extension.ts';
import { refuseExtending } from '#lib/domain/placement-decision/extend-placement.ts';
import {
  type DeclineExtensionInput,
  declineExtensionInput,
  type ExtendPlacementInput,
  extendPlacementInput,
} from '#lib/schemas/placement-decision.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { extensionFacts } from '#lib/server/extension/extension-facts.ts';
import { carryOutDeclining, carryOutExtension } from '#lib/server/placement-decision/carry-out.ts';
import {
  type DecidedPlacement,
  guardDecision,
  lockForDecision,
  waits,
} from '#lib/server/placement-decision/lock-for-decision.ts';
import { period } from '#lib/shared/period.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = DecidedPlacement & { readonly facts: ExtensionFacts };

async function lock(
  tx: Tx,
  { placementId }: { readonly placementId: string },
  context: CommandContext,
): Promise<State | null> {
  const locked = await lockForDecision(tx, placementId, context);
  if (locked === null) return null;
  return { ...locked, facts: await extensionFacts(tx, locked.placement, context) };
}

/** A caseworker gives a second period that the provider has sent no basis for, with its kronor seen. */
export const extendPlacement = defineCommand({
  name: 'placement.extend',
  mandates: ['caseworker'],
  input: extendPlacementInput,
  lock: (tx, input: ExtendPlacementInput, context) => lock(tx, input, context),
  version: ({ placement }, { version }) => ({ seen: version, current: placement.version }),
  guard: ({ mandate, facts }) => guardDecision(mandate, waits(facts.current)),
  stepUp: () => null,
  decide: ({ placement, facts }, { confirmed }, { today }) =>
    settleExtension(confirmed, { placement, facts, today }),
  async write(tx, { from, to }, { placement, facts }, context, { reason }) {
    const { placementId } = placement;
    const carried = { placementId, reason, documentId: null, money: facts.money, context };
    return { placementId, decisionId: await carryOutExtension(tx, period(from, to), carried) };
  },
  audit: ({ placementId, decisionId }, { from, to }, { placement }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [placement.participantId],
    detail: { decisionId, from, to },
  }),
});

/** A caseworker decides that there is no second period, without the provider's basis: the placement ends with the first. */
export const declineExtension = defineCommand({
  name: 'placement.declineExtension',
  mandates: ['caseworker'],
  input: declineExtensionInput,
  lock: (tx, input: DeclineExtensionInput, context) => lock(tx, input, context),
  version: ({ placement }, { version }) => ({ seen: version, current: placement.version }),
  guard: ({ mandate, facts }) => guardDecision(mandate, waits(facts.current)),
  stepUp: () => null,
  decide({ placement, facts }, { reason }, { today }) {
    const refused = refuseExtending({ ...placement, hasSecondPeriod: facts.hasSecondPeriod }, today);
    if (refused !== null) return err(refused);
    return facts.declinedOn === null
      ? ok({ reason })
      : err(
          conflict([], {
            code: 'alreadyDeclined',
            title: {
              sv: 'Det är redan beslutat att perioden inte förlängs.',
              en: 'It has been decided already that the period is not extended.',
            },
          }),
        );
  },
  async write(tx, { reason }, { placement, facts }, context) {
    const { placementId } = placement;
    const carried = { placementId, reason, documentId: null, money: facts.money, context };
    return { placementId, decisionId: await carryOutDeclining(tx, carried) };
  },
  audit: ({ placementId, decisionId }, _, { placement }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [placement.participantId],
    detail: { decisionId, to: placement.to },
  }),
});
