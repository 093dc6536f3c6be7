import type { LoggedPersonInput } from '#lib/schemas/admin.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { env } from '#lib/server/env.ts';

/** Which participant an identity number is, for the auditor's search; the number goes no further than its hash. */
export const findLoggedPerson = defineQuery<LoggedPersonInput, { readonly participantId: string | null }>({
  name: 'audit.findPerson',
  mandates: ['auditor'],
  purpose: 'Revision av loggen',
  run: async (tx, { identityNumber }) => {
    const hash = identityHash(identityNumber, env().PORTAL_SECRET);
    const [row] = await tx.$queryRaw<{ readonly id: string | null }[]>`
      SELECT app.participant_by_identity(${new Uint8Array(hash)}::bytea)::text AS id`;
    return { participantId: row?.id ?? null };
  },
  reads: ({ participantId }, { reason }) => ({
    type: 'auditLog',
    id: 'findPerson',
    participantIds: participantId === null ? [] : [participantId],
    detail: { reason },
  }),
});
