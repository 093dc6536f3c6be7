import type { Experience } from '#lib/domain/experience/experience.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { listExperience } from '#lib/server/experience/list-experience.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';

export type OwnExperience = {
  readonly participantId: string;
  /** The placement that goes on, through which new things are written; null where there is none. */
  readonly placementId: string | null;
  readonly experience: readonly Experience[];
};

/** What the participant has told about themselves, and what coaches have written down with them. */
export const ownExperience = defineQuery<Record<string, never>, OwnExperience>({
  name: 'experience.list',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, _, { actor, today }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const [placement] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM placement WHERE participant_id = ${participantId}::uuid AND cancelled_at IS NULL
        AND coalesce("end", "to") > greatest(${today}::date, "from") ORDER BY "from" LIMIT 1`;
    return {
      participantId,
      placementId: placement?.id ?? null,
      experience: await listExperience(tx, participantId),
    };
  },
  reads: ({ participantId }) => ({ type: 'participant', id: participantId, participantIds: [participantId] }),
});
