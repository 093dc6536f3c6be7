import { revealSeal } from '#lib/server/api-client/keep-secret.ts';
import { defineQuery } from '#lib/server/command/query.ts';

type Input = { readonly revealId: string; readonly participantId: string };

/** The identity number that somebody has asked for, once and within minutes: looking takes it away. Null where there is nothing (any more). */
export const showIdentityNumber = defineQuery<Input, { readonly identityNumber: string | null }>({
  name: 'identityNumber.show',
  mandates: ['coach', 'intake'],
  purpose: 'Personnummer, efter en begäran med skäl',
  async run(tx, { revealId, participantId }, { now }) {
    const [row] = await tx.$queryRaw<{ sealed: Uint8Array }[]>`DELETE FROM secret_reveal
      WHERE id = ${revealId}::uuid AND subject_type = 'identityNumber' AND subject_id = ${participantId}::uuid AND expires_at > ${now}
      RETURNING sealed`;
    return { identityNumber: row === undefined ? null : revealSeal().open(revealId, row.sealed) };
  },
  reads: ({ identityNumber }, { participantId }) =>
    identityNumber === null
      ? null
      : { type: 'participant', id: participantId, participantIds: [participantId] },
});
