import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import { fromUtcDate } from '#lib/shared/plain-date.ts';

/** The documents that a report is held against: the terms of its month and the agreement of its placement. */
export type RulesInForce = {
  readonly termsOf: (month: Month) => Terms;
  readonly agreementOf: (agreementVersionId: string) => AgreementVersion;
};

/**
 * Reads every version of the terms and of the agreements: there are few, and they never change once published. A month
 * from before the first terms is held against the first.
 */
export async function loadRules(tx: Tx): Promise<RulesInForce> {
  const versions = await tx.termsVersion.findMany({ orderBy: { validFrom: 'asc' } });
  const documents = await tx.agreementVersion.findMany({ select: { id: true, document: true } });
  const terms = versions.map(({ validFrom, document }) => ({ from: fromUtcDate(validFrom), document }));
  const agreements = new Map<string, AgreementVersion>();

  function termsOf(month: Month): Terms {
    const inForce = terms.findLast(({ from }) => from <= firstDay(month)) ?? terms[0];
    if (inForce === undefined)
      throw new Error('There are no terms: every database is loaded with a first version');
    return inForce.document as unknown as Terms;
  }

  function agreementOf(id: string): AgreementVersion {
    const known = agreements.get(id);
    if (known !== undefined) return known;
    const read = validateAgreement(documents.find((version) => version.id === id)?.document);
    if (!read.ok) throw new Error(`Agreement version ${id} is not valid: ${JSON.stringify(read.error)}`);
    agreements.set(id, read.value);
    return read.value;
  }

  return { termsOf, agreementOf };
}
