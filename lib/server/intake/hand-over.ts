import { type HeldPlacement, staleRows } from '#lib/domain/intake/coach-change.ts';
import { type HandOverInput, handOverInput } from '#lib/schemas/intake.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { beyondReachProblem } from '#lib/server/intake/beyond-reach-problem.ts';
import {
  type BeyondReach,
  changeCoaches,
  findBeyondReach,
  lockHeld,
} from '#lib/server/intake/change-coaches.ts';
import { tellNewCoaches } from '#lib/server/intake/tell-coaches.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { conflict, type FieldProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly placements: readonly HeldPlacement[];
  readonly beyondReach: readonly BeyondReach[];
};

/** Hands participants of one coach over to one or several others, as the preview showed it: all of them or none. */
export const handOver = defineCommand({
  name: 'placement.handOver',
  mandates: ['intake', 'providerAdmin'],
  input: handOverInput,
  lock: async (tx, { moves }: HandOverInput, { actor, today }): Promise<State | null> => {
    const ids = new Set(moves.map(({ placementId }) => placementId));
    const placements = await lockHeld(tx, [...ids], actor);
    if (placements.length !== ids.size) return null;
    return { placements, beyondReach: await findBeyondReach(tx, moves, today) };
  },
  // Many rows, each with its own version: compared in `decide`.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide({ placements, beyondReach }, { fromPersonId, moves }) {
    const seen = new Map(moves.map(({ placementId, version }) => [placementId, version]));
    const stale = staleRows(placements, seen, '/moves');
    if (stale.length > 0) return err(conflict(stale));
    const others = placements.filter(({ coachPersonId }) => coachPersonId !== fromPersonId);
    if (others.length > 0) return err(conflict(others.map(notTheirs)));
    const problem = beyondReachProblem(beyondReach, '/moves');
    if (problem !== null) return err(problem);
    return ok(
      moves.map(({ placementId, coachPersonId }) => ({
        placementId,
        fromPersonId,
        toPersonId: coachPersonId,
      })),
    );
  },
  async write(tx, moves, _, { actor, now }, { fromPersonId }) {
    const { personId } = monthActor(actor);
    const moved = moves.filter(({ toPersonId }) => toPersonId !== fromPersonId);
    const batchId = await changeCoaches(tx, moved, { kind: 'handedOver', personId, now });
    await tellNewCoaches(tx, moved, now);
    return { fromPersonId, batchId, moved: moved.length };
  },
  audit: ({ fromPersonId }, moves, { placements }) => ({
    type: 'person',
    id: fromPersonId,
    participantIds: placements.map(({ participantId }) => participantId),
    detail: { moves: moves.map(({ placementId, toPersonId }) => ({ placementId, toPersonId })) },
  }),
});

function notTheirs({ participantName, coachName }: HeldPlacement): FieldProblem {
  return {
    pointer: '/moves',
    code: 'notTheirs',
    message: `${participantName} har ${coachName ?? 'ingen'} som handledare.`,
    fix: 'Inget är ändrat. Gör en ny förhandsvisning.',
  };
}
