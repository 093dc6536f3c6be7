import type { Tx } from '#lib/server/db/transaction.ts';
import type { Attestable } from '#lib/server/report/attest-content.ts';
import { firstDay } from '#lib/shared/month.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';

type Signature = {
  readonly id: string;
  readonly providerId: string;
  readonly personId: string;
  readonly signed: Attestable;
  readonly authenticatedAt: Date;
  readonly attestedAt: Date;
  readonly standing: boolean;
};

/** Stores a signature with what was signed. */
export async function writeAttestation(tx: Tx, signature: Signature): Promise<void> {
  const { signed, ...stored } = signature;
  const { content, contentHash } = signed;
  await tx.attestation.create({
    data: {
      ...stored,
      month: toUtcDate(firstDay(content.month)),
      statementText: content.statement,
      content: JSON.parse(JSON.stringify(content)),
      contentHash,
      reportCount: content.reportCount,
      amountOre: BigInt(content.amountOre),
    },
  });
}
