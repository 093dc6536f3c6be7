import { experienceProblems, mayChange, MOST_EXPERIENCE } from '#lib/domain/experience/experience.ts';
import { type SaveExperienceInput, saveExperienceInput } from '#lib/schemas/experience.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { type ExperienceGround, lockExperience } from '#lib/server/experience/experience-ground.ts';
import { newId } from '#lib/server/ids.ts';
import { conflict, forbidden, validationProblem } from '#lib/shared/problem.ts';
import { yearOf } from '#lib/shared/plain-date.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Writes down something that the participant has done or can, or a new version of it; the version before is kept. */
export const saveExperience = defineCommand({
  name: 'experience.save',
  mandates: ['coach', 'participant'],
  input: saveExperienceInput,
  lock: (tx, input: SaveExperienceInput, { actor, today }): Promise<ExperienceGround | null> =>
    lockExperience(tx, actor, input, today),
  version: ({ latest }, { seen }) => (latest === null ? null : { seen: seen ?? 0, current: latest.number }),
  guard({ latest, ended, held }, _, { actor }) {
    if (actor.kind !== 'person') return forbidden();
    if (latest !== null && !mayChange(latest, actor.role)) return forbidden();
    if (ended) {
      const title = { sv: 'Tiden hos leverantören är slut.', en: 'The time with the provider has ended.' };
      return conflict([], { code: 'placementEnded', title });
    }
    if (latest === null && held >= MOST_EXPERIENCE) {
      const title = { sv: 'Listan är full.', en: 'The list is full.' };
      return conflict([], { code: 'listFull', title });
    }
    return null;
  },
  stepUp: () => null,
  decide(_, input, { today }) {
    const problems = experienceProblems(input, yearOf(today));
    return problems.length > 0 ? err(validationProblem(problems)) : ok(null);
  },
  async write(tx, _, { participantId, latest }, { actor, now }, input) {
    if (actor.kind !== 'person') throw new Error('Experience is written by a person');
    const id = newId();
    const threadId = input.threadId ?? id;
    await tx.experience.createMany({
      data: [
        {
          id,
          threadId,
          number: (latest?.number ?? 0) + 1,
          participantId,
          placementId: input.placementId,
          // What a thing is does not change with its words.
          kind: latest?.kind ?? input.kind,
          what: input.what,
          place: input.place,
          fromYear: input.fromYear,
          toYear: input.toYear,
          note: input.note,
          source: actor.role,
          writtenByPersonId: actor.personId,
          writtenAt: now,
        },
      ],
    });
    return { threadId, placementId: input.placementId, byParticipant: actor.role === 'participant' };
  },
  audit: ({ threadId }, _, { participantId }) => ({
    type: 'experience',
    id: threadId,
    participantIds: [participantId],
  }),
});
