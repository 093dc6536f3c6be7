import { mayChange } from '#lib/domain/experience/experience.ts';
import { type RemoveExperienceInput, removeExperienceInput } from '#lib/schemas/experience.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { type ExperienceGround, lockExperience } from '#lib/server/experience/experience-ground.ts';
import { newId } from '#lib/server/ids.ts';
import { forbidden } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

/** Takes something away from the list by a last version that says so. Nothing is erased. */
export const removeExperience = defineCommand({
  name: 'experience.remove',
  mandates: ['coach', 'participant'],
  input: removeExperienceInput,
  lock: (tx, input: RemoveExperienceInput, { actor, today }): Promise<ExperienceGround | null> =>
    lockExperience(tx, actor, input, today),
  version: ({ latest }, { seen }) => ({ seen, current: latest?.number ?? 0 }),
  guard: ({ latest }, _, { actor }) =>
    actor.kind === 'person' && latest !== null && mayChange(latest, actor.role) ? null : forbidden(),
  stepUp: () => null,
  decide: ({ latest }) => ok(latest),
  async write(tx, latest, { participantId }, { actor, now }, { placementId, threadId }) {
    if (actor.kind !== 'person' || latest === null) throw new Error('Nothing to remove');
    await tx.experience.createMany({
      data: [
        {
          id: newId(),
          threadId,
          number: latest.number + 1,
          participantId,
          placementId,
          kind: latest.kind,
          what: latest.what,
          source: actor.role,
          removed: true,
          writtenByPersonId: actor.personId,
          writtenAt: now,
        },
      ],
    });
    return { threadId, placementId, byParticipant: actor.role === 'participant' };
  },
  audit: ({ threadId }, _, { participantId }) => ({
    type: 'experience',
    id: threadId,
    participantIds: [participantId],
  }),
});
