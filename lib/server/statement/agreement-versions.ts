import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { faultCodes, RunStopped } from '#lib/server/statement/run-stopped.ts';

export type AgreementVersions = ReadonlyMap<string, AgreementVersion>;

/** Every agreement version there is, read once for a run: they are few and never change. */
export async function loadAgreementVersions(tx: Tx): Promise<AgreementVersions> {
  const rows = await tx.agreementVersion.findMany({ select: { id: true, document: true } });
  return new Map(
    rows.map(({ id, document }) => {
      const agreement = validateAgreement(document);
      if (agreement.ok) return [id, agreement.value];
      throw new RunStopped({
        code: 'invalidAgreement',
        agreementVersionId: id,
        faults: faultCodes(agreement.error),
      });
    }),
  );
}
