import type { ChoiceGround, ChoosingFor } from '#lib/domain/choice/choice-ground.ts';
import type { AreaOffice } from '#lib/domain/choice/choice-provider.ts';
import type { OwnSituation } from '#lib/domain/participant/own-situation.ts';
import { type NewPlacement, placementToBe } from '#lib/domain/choice/choose-provider.ts';
import { switchEffectiveOn } from '#lib/domain/provider-switch/effective-on.ts';
import { noSwitchBecause } from '#lib/domain/provider-switch/switch-provider.ts';
import { loadAreaOffices } from '#lib/server/choice/area-offices.ts';
import { type Chooser, type ChooserInput, chooserOf } from '#lib/server/choice/chooser.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadCodedSituation } from '#lib/server/paper-code/coded-situation.ts';
import { loadOwnSituation } from '#lib/server/participant/own-situation.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { period } from '#lib/shared/period.ts';

/** What is looked at: for a choice or a switch, and for whom. */
export type GroundInput = ChooserInput & { readonly choosingFor: ChoosingFor };

/** Null: there is no such participant for this actor. */
export async function loadChoiceGround(
  tx: Tx,
  input: GroundInput,
  context: CommandContext,
): Promise<ChoiceGround | null> {
  const chooser = chooserOf(context.actor, input);
  const situation = chooser === null ? null : await situationOf(tx, chooser, context);
  if (situation === null) return null;
  return input.choosingFor === 'choose'
    ? groundOfChoice(situation, context)
    : await groundOfSwitch(tx, situation, context);
}

/** Who chooses by a code on paper sees nothing but that choice. */
async function situationOf(
  tx: Tx,
  { participantId }: Chooser,
  { actor, today }: CommandContext,
): Promise<OwnSituation | null> {
  return actor.kind === 'paperCode'
    ? await loadCodedSituation(tx, today)
    : await loadOwnSituation(tx, participantId, today);
}

function groundOfChoice(situation: OwnSituation, { today }: CommandContext): ChoiceGround {
  const { toChoose } = situation;
  const planned = toChoose === null ? null : placementToBe(toChoose.unplaced, today);
  if (toChoose === null || toChoose.helpedUntil !== null || planned?.ok !== true)
    return { kind: 'nothing', situation };
  const { period: days }: NewPlacement = planned.value;
  return { kind: 'choose', situation, toChoose, period: days };
}

async function groundOfSwitch(
  tx: Tx,
  situation: OwnSituation,
  { today }: CommandContext,
): Promise<ChoiceGround> {
  const { placements, pendingSwitch } = situation;
  // Where a switch is on its way, the one that it leaves; else the one that goes on.
  const placement = placements.find(({ end }) => pendingSwitch !== null || end === null) ?? placements[0];
  if (placement === undefined) return { kind: 'nothing', situation };
  const { switchWorkdays } = await termsInForce(tx, today);
  const effectiveOn = switchEffectiveOn(today, switchWorkdays, placement.from);
  const because = noSwitchBecause({ placement, pending: pendingSwitch !== null, effectiveOn });
  if (because !== null) return { kind: 'noSwitch', situation, placement, because };
  return { kind: 'switch', situation, placement, period: period(effectiveOn, placement.to) };
}

/** The offices that such a participant can look at: those of the delivery area, less the contract they have. */
export async function loadGroundOffices(
  tx: Tx,
  ground: Extract<ChoiceGround, { kind: 'choose' | 'switch' }>,
  { today }: CommandContext,
): Promise<readonly AreaOffice[]> {
  const { deliveryAreaId } = ground.kind === 'choose' ? ground.toChoose : ground.placement;
  const offices = await loadAreaOffices(tx, {
    deliveryAreaId,
    home: ground.situation.home,
    today,
    startOn: ground.period.from,
  });
  return ground.kind === 'choose'
    ? offices
    : offices.filter(({ contractId }) => contractId !== ground.placement.contractId);
}
