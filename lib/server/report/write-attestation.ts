import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { Attestable } from '#lib/server/report/attest-content.ts';
import { firstDay } from '#lib/shared/month.ts';

type Signature = {
  readonly id: string;
  readonly providerId: string;
  readonly personId: string;
  readonly signed: Attestable;
  readonly authenticatedAt: Date;
  readonly attestedAt: Date;
  readonly standing: boolean;
};

/** The statement that stores a signature with what was signed. */
export function attestationInsert(signature: Signature): Prisma.Sql {
  const { id, providerId, personId, signed, authenticatedAt, attestedAt, standing } = signature;
  const { content, contentHash } = signed;
  return Prisma.sql`INSERT INTO attestation (id, provider_id, person_id, month, statement_text, content, content_hash, report_count,
      amount_ore, authenticated_at, attested_at, standing)
    VALUES (${id}::uuid, ${providerId}::uuid, ${personId}::uuid, ${firstDay(content.month)}::date, ${content.statement},
      ${JSON.stringify(content)}::jsonb, ${contentHash}, ${content.reportCount}, ${content.amountOre}::bigint,
      ${authenticatedAt.toISOString()}::timestamptz, ${attestedAt.toISOString()}::timestamptz, ${standing})`;
}

/** Stores a signature with what was signed. */
export async function writeAttestation(tx: Tx, signature: Signature): Promise<void> {
  await tx.$executeRaw(attestationInsert(signature));
}
