import { type HeldPlacement, mayUndo, UNDO_MINUTES } from '#lib/domain/intake/coach-change.ts';
import { type UndoCoachChangeInput, undoCoachChangeInput } from '#lib/schemas/intake.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { changeCoaches, type CoachMove, lockHeld } from '#lib/server/intake/change-coaches.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { conflict, type FieldProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly namedAt: Date;
  readonly moves: readonly CoachMove[];
  readonly placements: readonly HeldPlacement[];
  /** Those whose coach has been changed again since. */
  readonly changedSince: readonly string[];
};

/** Takes a naming or a handing over back, whole, for an hour and as long as nobody has changed any of it since. */
export const undoCoachChange = defineCommand({
  name: 'placement.undoCoach',
  mandates: ['intake', 'providerAdmin'],
  input: undoCoachChangeInput,
  lock: async (tx, { batchId }: UndoCoachChangeInput, { actor }): Promise<State | null> => {
    const changes = await listChanges(tx, batchId);
    const [first] = changes;
    if (first === undefined) return null;
    const placements = await lockHeld(
      tx,
      changes.map(({ placementId }) => placementId),
      actor,
    );
    if (placements.length !== changes.length) return null;
    // Read again under the lock: somebody may have changed them in between.
    const since = (await listChanges(tx, batchId)).filter(({ isLatest }) => !isLatest);
    return {
      namedAt: first.at,
      moves: changes.map(({ placementId, fromPersonId, toPersonId }) => ({
        placementId,
        fromPersonId: toPersonId,
        toPersonId: fromPersonId,
      })),
      placements,
      changedSince: since.map(({ placementId }) => placementId),
    };
  },
  version: () => null,
  guard({ namedAt }, _, { now }) {
    if (mayUndo(namedAt.getTime(), now.getTime())) return null;
    const title = {
      sv: `Det går att ångra i ${UNDO_MINUTES} minuter. Utse en annan handledare i stället.`,
      en: `It can be undone for ${UNDO_MINUTES} minutes. Name another coach instead.`,
    };
    return conflict([], { code: 'tooLateToUndo', title });
  },
  stepUp: () => null,
  decide({ moves, placements, changedSince }) {
    const changed = placements.filter(({ id }) => changedSince.includes(id));
    return changed.length > 0 ? err(conflict(changed.map(changedAgain))) : ok(moves);
  },
  async write(tx, moves, _, { actor, now }) {
    const { personId } = monthActor(actor);
    const batchId = await changeCoaches(tx, moves, { kind: 'undone', personId, now });
    return { batchId, undone: moves.length };
  },
  audit: ({ batchId }, _, { placements }, input) => ({
    type: 'coachChange',
    id: batchId,
    participantIds: placements.map(({ participantId }) => participantId),
    detail: { undoes: input.batchId },
  }),
});

type Change = CoachMove & { readonly at: Date; readonly isLatest: boolean };

/** The changes of a batch that can be taken back: not what was itself an undoing, nor what a new period brought. */
async function listChanges(tx: Tx, batchId: string): Promise<readonly Change[]> {
  return await tx.$queryRaw<Change[]>`
    SELECT c.placement_id::text AS "placementId", c.from_person_id::text AS "fromPersonId", c.to_person_id::text AS "toPersonId", c.at,
      c.to_person_id IS NOT DISTINCT FROM p.coach_person_id AND NOT EXISTS (SELECT 1 FROM coach_change later
        WHERE later.placement_id = c.placement_id AND (later.at, later.id) > (c.at, c.id)) AS "isLatest"
    FROM coach_change c JOIN placement p ON p.id = c.placement_id
    WHERE c.batch_id = ${batchId}::uuid AND c.kind IN ('assigned', 'handedOver') ORDER BY c.placement_id`;
}

function changedAgain({ participantName, coachName }: HeldPlacement): FieldProblem {
  return {
    pointer: '',
    code: 'changedSince',
    message:
      coachName === null
        ? `${participantName} har ingen handledare längre.`
        : `${participantName} har ${coachName} som handledare nu.`,
    fix: 'Inget är ändrat.',
  };
}
