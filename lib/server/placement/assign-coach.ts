import { type AssignCoachInput, assignCoachInput } from '#lib/schemas/participant-list.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { coachesOf } from '#lib/server/placement/participant-list.ts';
import { conflict, forbidden, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type LockedPlacement = {
  readonly id: string;
  readonly participantId: string;
  readonly version: number;
};
type State = { readonly placements: readonly LockedPlacement[]; readonly isCoach: boolean };

function seenVersions({ placements }: AssignCoachInput): ReadonlyMap<string, number> {
  return new Map(placements.map(({ placementId, version }) => [placementId, version]));
}

/** Gives one coach one or several participants. Either all of them or none. */
export const assignCoach = defineCommand({
  name: 'placement.assignCoach',
  mandates: ['intake', 'providerAdmin'],
  input: assignCoachInput,
  lock: async (tx, input, { actor, today }): Promise<State | null> => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const ids = input.placements.map(({ placementId }) => placementId);
    const placements = await tx.$queryRaw<LockedPlacement[]>`
      SELECT p.id::text, p.participant_id::text AS "participantId", p.version FROM placement p
      WHERE p.id = ANY (${ids}::uuid[]) AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL ORDER BY p.id FOR UPDATE`;
    if (placements.length !== seenVersions(input).size) return null;
    const coaches = await coachesOf(tx, actor.providerId, today);
    return { placements, isCoach: coaches.some(({ personId }) => personId === input.coachPersonId) };
  },
  // Several rows, each with its own version: compared in `decide`.
  version: () => null,
  guard: (_, __, { actor }) => (actor.kind === 'person' ? null : forbidden()),
  stepUp: () => null,
  decide: ({ placements, isCoach }, input) => {
    if (!isCoach) {
      return err(
        validationProblem([
          {
            pointer: '/coachPersonId',
            code: 'notACoach',
            message: 'Personen är inte handledare hos er.',
            fix: 'Välj en handledare i listan.',
          },
        ]),
      );
    }
    const seen = seenVersions(input);
    return placements.every(({ id, version }) => seen.get(id) === version)
      ? ok(input.coachPersonId)
      : err(conflict());
  },
  write: async (tx, coachPersonId, { placements }) => {
    await tx.placement.updateMany({
      where: { id: { in: placements.map(({ id }) => id) } },
      data: { coachPersonId, version: { increment: 1 } },
    });
    const [only] = placements.length === 1 ? placements : [];
    return { coachPersonId, assigned: placements.length, placementId: only?.id ?? null };
  },
  audit: ({ coachPersonId }, _, { placements }) => ({
    type: 'person',
    id: coachPersonId,
    participantIds: placements.map(({ participantId }) => participantId),
    detail: { placementIds: placements.map(({ id }) => id) },
  }),
});
