import { undoSwitch as decideUndo } from '#lib/domain/provider-switch/undo-switch.ts';
import { type UndoSwitchInput, undoSwitchInput } from '#lib/schemas/provider-switch.ts';
import { guardReason, tellOfHelp } from '#lib/server/assistance/tell-of-help.ts';
import { type Chooser, chooserOf } from '#lib/server/choice/chooser.ts';
import { tellOffices } from '#lib/server/choice/tell-offices.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { lockPlacement, type LockedPlacement } from '#lib/server/provider-switch/locked-placement.ts';
import { movePeriods } from '#lib/server/provider-switch/move-periods.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

type LockedSwitch = {
  readonly id: string;
  readonly version: number;
  readonly participantId: string;
  readonly fromPlacementId: string;
  readonly toPlacementId: string;
  readonly effectiveOn: PlainDate;
  readonly undone: boolean;
};

type State = {
  readonly chooser: Chooser;
  readonly standing: LockedSwitch;
  readonly from: LockedPlacement;
  readonly to: LockedPlacement;
};

async function lockSwitch(tx: Tx, switchId: string, participantId: string): Promise<LockedSwitch | null> {
  const [row] = await tx.$queryRaw<(Omit<LockedSwitch, 'effectiveOn'> & { readonly effectiveOn: string })[]>`
    SELECT w.id, w.version, w.participant_id AS "participantId", w.from_placement_id AS "fromPlacementId",
      w.to_placement_id AS "toPlacementId", w.effective_on::text AS "effectiveOn", w.undone_at IS NOT NULL AS undone
    FROM provider_switch w WHERE w.id = ${switchId}::uuid AND w.participant_id = ${participantId}::uuid FOR UPDATE`;
  return row === undefined ? null : { ...row, effectiveOn: plainDate(row.effectiveOn) };
}

/** The participant takes a switch back before it takes effect: everything is as it was, and the row that came stays, cancelled. */
export const undoSwitch = defineCommand({
  name: 'providerSwitch.undo',
  mandates: ['participant', 'caseworker'],
  input: undoSwitchInput,
  async lock(tx, input: UndoSwitchInput, { actor }): Promise<State | null> {
    const chooser = chooserOf(actor, input);
    if (chooser === null) return null;
    const standing = await lockSwitch(tx, input.switchId, chooser.participantId);
    if (standing === null) return null;
    const from = await lockPlacement(tx, standing.fromPlacementId, standing.participantId);
    const to = await lockPlacement(tx, standing.toPlacementId, standing.participantId);
    return from === null || to === null ? null : { chooser, standing, from, to };
  },
  // An undone switch is told as just that: it was undone by the participant, in another tab.
  version: ({ standing }, input) =>
    standing.undone ? null : { seen: input.switchVersion, current: standing.version },
  // The switch was found as that of whom the actor may undo it for.
  guard: ({ chooser }, input) => guardReason(chooser, input),
  stepUp: () => null,
  decide: ({ standing, from, to }, _input, { today }) =>
    decideUndo({
      today,
      effectiveOn: standing.effectiveOn,
      undone: standing.undone,
      from: { ...from, periods: from.periods.map(({ number }) => number) },
      to: { ...to, periods: to.periods.map(({ number }) => number) },
    }),
  async write(tx, change: { readonly goBack: readonly number[] }, state, { now }, input) {
    const { chooser, standing, from, to } = state;
    // The new one is cancelled first: the two may never hold the same day, not even in here.
    await tx.placement.update({
      where: { id: to.id },
      data: { cancelledAt: now, version: { increment: 1 } },
    });
    await movePeriods(tx, change.goBack, to.id, from.id);
    await tx.placement.update({
      where: { id: from.id },
      data: { end: null, endReason: null, version: { increment: 1 } },
    });
    await tx.providerSwitch.update({
      where: { id: standing.id },
      data: {
        undoneAt: now,
        undoneAssisted: chooser.assisted,
        undoneByPersonId: chooser.byPersonId,
        version: { increment: 1 },
      },
    });
    await tellOfHelp(tx, chooser, {
      kind: 'undo',
      id: standing.id,
      placementId: from.id,
      reason: input.assistanceReason,
      now,
    });
    await tellOffices(
      tx,
      [
        { event: 'placementStartUndone', placementId: to.id, path: '/provider/participants' },
        { event: 'placementEndUndone', placementId: from.id },
      ],
      now,
    );
    return { switchId: standing.id };
  },
  audit: ({ switchId }, _change, { chooser, standing }, { assistanceReason }) => ({
    type: 'providerSwitch',
    id: switchId,
    participantIds: [standing.participantId],
    detail: {
      fromPlacementId: standing.fromPlacementId,
      toPlacementId: standing.toPlacementId,
      ...(chooser.assisted && { assisted: true, assistanceReason: assistanceReason ?? null }),
    },
  }),
});
