import { type HeldPlacement, staleRows } from '#lib/domain/intake/coach-change.ts';
import { type AssignCoachInput, assignCoachInput } from '#lib/schemas/participant-list.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import {
  type BeyondReach,
  changeCoaches,
  findBeyondReach,
  lockHeld,
} from '#lib/server/intake/change-coaches.ts';
import { beyondReachProblem } from '#lib/server/intake/beyond-reach-problem.ts';
import { tellNewCoaches } from '#lib/server/intake/tell-coaches.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly placements: readonly HeldPlacement[];
  readonly beyondReach: readonly BeyondReach[];
};

function seenVersions({ placements }: AssignCoachInput): ReadonlyMap<string, number> {
  return new Map(placements.map(({ placementId, version }) => [placementId, version]));
}

/** Gives one coach one or several participants. Either all of them or none. */
export const assignCoach = defineCommand({
  name: 'placement.assignCoach',
  mandates: ['intake', 'providerAdmin'],
  input: assignCoachInput,
  lock: async (tx, input, { actor, today }): Promise<State | null> => {
    const { coachPersonId } = input;
    const placements = await lockHeld(tx, [...seenVersions(input).keys()], actor);
    if (placements.length !== seenVersions(input).size) return null;
    const pairs = placements.map(({ id }) => ({ placementId: id, coachPersonId }));
    return { placements, beyondReach: await findBeyondReach(tx, pairs, today) };
  },
  // Several rows, each with its own version: compared in `decide`.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ placements, beyondReach }, input) => {
    const stale = staleRows(placements, seenVersions(input), '/placements');
    if (stale.length > 0) return err(conflict(stale));
    const problem = beyondReachProblem(beyondReach, '/coachPersonId');
    if (problem !== null) return err(problem);
    // Whoever has that coach already keeps them.
    return ok(placements.filter(({ coachPersonId }) => coachPersonId !== input.coachPersonId));
  },
  write: async (tx, moved, { placements }, { actor, now }, { coachPersonId }) => {
    const moves = moved.map(({ id, coachPersonId: before }) => ({
      placementId: id,
      fromPersonId: before,
      toPersonId: coachPersonId,
    }));
    const { personId } = monthActor(actor);
    const batchId =
      moves.length === 0 ? null : await changeCoaches(tx, moves, { kind: 'assigned', personId, now });
    await tellNewCoaches(tx, moves, now);
    const [only] = placements.length === 1 ? placements : [];
    return { coachPersonId, assigned: placements.length, placementId: only?.id ?? null, batchId };
  },
  audit: ({ coachPersonId }, _, { placements }) => ({
    type: 'person',
    id: coachPersonId,
    participantIds: placements.map(({ participantId }) => participantId),
    detail: { placementIds: placements.map(({ id }) => id) },
  }),
});
