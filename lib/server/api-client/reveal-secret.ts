import { revealSeal } from '#lib/server/api-client/keep-secret.ts';
import { defineQuery } from '#lib/server/command/query.ts';

type Subject = { readonly type: 'apiClient' | 'webhookEndpoint'; readonly id: string };

export type Revealed = {
  readonly subject: Subject;
  readonly secret: string;
  /** The id that a system identifies itself with beside the secret; null for a webhook's. */
  readonly clientId: string | null;
};

type Row = Subject & { readonly sealed: Uint8Array };

/**
 * A new secret, for the person and role that asked for it, within minutes, once: looking takes it away. `revealed` is
 * null where there is nothing (any more).
 */
export const revealSecret = defineQuery<
  { readonly revealId: string },
  { readonly revealed: Revealed | null }
>({
  name: 'secret.reveal',
  mandates: ['providerAdmin'],
  purpose: 'En ny hemlighet visas en gång',
  async run(tx, { revealId }, { now }) {
    const [row] = await tx.$queryRaw<Row[]>`DELETE FROM secret_reveal
      WHERE id = ${revealId}::uuid AND subject_type IN ('apiClient', 'webhookEndpoint') AND expires_at > ${now}
      RETURNING subject_type AS type, subject_id::text AS id, sealed`;
    if (row === undefined) return { revealed: null };
    const [client] = await tx.$queryRaw<{ clientId: string }[]>`
      SELECT client_id AS "clientId" FROM api_client WHERE id = ${row.id}::uuid AND ${row.type} = 'apiClient'`;
    const { type, id, sealed } = row;
    const secret = revealSeal().open(revealId, sealed);
    return { revealed: { subject: { type, id }, secret, clientId: client?.clientId ?? null } };
  },
  reads: ({ revealed }) =>
    revealed === null ? null : { type: revealed.subject.type, id: revealed.subject.id, participantIds: [] },
});
