import { type z } from 'zod';
import { handOutDataExtractInput } from '#lib/schemas/data-extract.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { extractWaits, isExtractWaiting, orderExtract } from '#lib/server/data-extract/ask-data-extract.ts';
import { forbidden } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type Input = z.infer<typeof handOutDataExtractInput>;

/** A caseworker has an extract made for a participant who asked for it on paper. Whoever has protected identity asks in person. */
export const handOutDataExtract = defineCommand({
  name: 'dataExtract.handOut',
  mandates: ['caseworker'],
  input: handOutDataExtractInput,
  async lock(tx, { participantId }: Input, { actor }) {
    if (actor.kind !== 'person') return null;
    const found = await tx.participant.findUnique({
      where: { id: participantId },
      select: { personId: true, protected: true },
    });
    if (found === null) return null;
    return { ...found, actor, isWaiting: await isExtractWaiting(tx, actor, found.personId) };
  },
  version: () => null,
  guard: ({ isWaiting, ...found }) => (found.protected ? forbidden() : isWaiting ? extractWaits : null),
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { actor, personId }, { now }, { reason, participantId }) {
    return { extractId: await orderExtract(tx, { actor, personId, reason, now }), participantId };
  },
  audit: ({ extractId, participantId }) => ({
    type: 'dataExtract',
    id: extractId,
    participantIds: [participantId],
  }),
});
