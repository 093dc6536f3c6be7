import { switchEffectiveOn } from '#lib/domain/provider-switch/effective-on.ts';
import type { Settlement } from '#lib/domain/provider-switch/settle-switch.ts';
import { switchProvider as decideSwitch } from '#lib/domain/provider-switch/switch-provider.ts';
import { type SwitchProviderInput, switchProviderInput } from '#lib/schemas/provider-switch.ts';
import { guardReason, tellOfHelp } from '#lib/server/assistance/tell-of-help.ts';
import { type Chooser, chooserOf } from '#lib/server/choice/chooser.ts';
import { holdContractPlaces, type PlaceableOffice } from '#lib/server/choice/contract-places.ts';
import { tellOffices } from '#lib/server/choice/tell-offices.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { lockPlacement, type LockedPlacement } from '#lib/server/provider-switch/locked-placement.ts';
import { movePeriods } from '#lib/server/provider-switch/move-periods.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

type State = {
  readonly chooser: Chooser;
  readonly placement: LockedPlacement;
  readonly pending: boolean;
  readonly effectiveOn: PlainDate;
  readonly office: PlaceableOffice;
};

async function hasPendingSwitch(tx: Tx, participantId: string, today: PlainDate): Promise<boolean> {
  const pending = await tx.providerSwitch.count({
    where: { participantId, undoneAt: null, effectiveOn: { gt: toUtcDate(today) } },
  });
  return pending > 0;
}

/** The participant switches provider: one step ends the old placement and begins the new one, no day in both. */
export const switchProvider = defineCommand({
  name: 'providerSwitch.switch',
  mandates: ['participant', 'caseworker'],
  input: switchProviderInput,
  async lock(tx, input: SwitchProviderInput, { actor, today }): Promise<State | null> {
    const chooser = chooserOf(actor, input);
    if (chooser === null) return null;
    const placement = await lockPlacement(tx, input.placementId, chooser.participantId);
    if (placement === null || placement.cancelled) return null;
    const pending = await hasPendingSwitch(tx, placement.participantId, today);
    const { switchWorkdays } = await termsInForce(tx, today);
    const effectiveOn = switchEffectiveOn(today, switchWorkdays, placement.from);
    const office = await holdContractPlaces(tx, input.officeId, today, effectiveOn);
    return office === null ? null : { chooser, placement, pending, effectiveOn, office };
  },
  // A switch on its way is told as just that: it was made by the participant, in another tab.
  version: ({ placement, pending }, input) =>
    pending ? null : { seen: input.placementVersion, current: placement.version },
  // The placement was found as that of whom the actor may switch for.
  guard: ({ chooser }, input) => guardReason(chooser, input),
  stepUp: () => null,
  decide: ({ placement, pending, effectiveOn, office }) =>
    decideSwitch({
      placement,
      pending,
      effectiveOn,
      deliveryAreaId: placement.deliveryAreaId,
      target: office,
    }),
  async write(tx, change: Settlement, { chooser, placement, office }, { now }, input) {
    const [switchId, placementId] = [newId(), newId()];
    const { participantId, decisionId, level, agreementVersionId } = placement;
    // The old one ends first: the two may never hold the same day, not even in here.
    await tx.placement.update({
      where: { id: placement.id },
      data: { end: toUtcDate(change.end), endReason: 'switch', version: { increment: 1 } },
    });
    await tx.placement.create({
      data: {
        id: placementId,
        participantId,
        decisionId,
        providerId: office.providerId,
        contractId: office.contractId,
        officeId: office.officeId,
        level,
        agreementVersionId,
        choice: 'active',
        from: toUtcDate(change.period.from),
        to: toUtcDate(change.period.to),
      },
    });
    await movePeriods(tx, change.moved, placement.id, placementId);
    if (change.divided !== null) {
      const { number, from, to } = change.divided;
      await tx.$executeRaw`
        INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
        VALUES (${newId()}::uuid, app.next_implementation_reference(), ${decisionId}::uuid, ${placementId}::uuid, ${number},
          ${from}::date, ${to}::date)`;
    }
    const { reason, sharePlan, shareFinalReport } = input;
    await tx.providerSwitch.create({
      data: {
        id: switchId,
        participantId,
        fromPlacementId: placement.id,
        toPlacementId: placementId,
        reason,
        decidedAt: now,
        effectiveOn: toUtcDate(change.end),
        sharePlan,
        shareFinalReport,
        assisted: chooser.assisted,
        decidedByPersonId: chooser.byPersonId,
      },
    });
    await tellOfHelp(tx, chooser, {
      kind: 'switch',
      id: switchId,
      placementId,
      reason: input.assistanceReason,
      now,
    });
    await tellOffices(
      tx,
      [
        { event: 'placementEnding', placementId: placement.id },
        { event: 'placementStarted', placementId },
      ],
      now,
    );
    return { switchId, placementId };
  },
  audit: (
    { switchId, placementId },
    change,
    { chooser, placement, office },
    { reason, sharePlan, shareFinalReport, assistanceReason },
  ) => ({
    type: 'providerSwitch',
    id: switchId,
    participantIds: [placement.participantId],
    detail: {
      fromPlacementId: placement.id,
      toPlacementId: placementId,
      officeId: office.officeId,
      effectiveOn: change.end,
      reason,
      sharePlan,
      shareFinalReport,
      ...(chooser.assisted && { assisted: true, assistanceReason: assistanceReason ?? null }),
    },
  }),
});
