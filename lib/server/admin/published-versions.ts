import type {
  ListedTerms,
  PublishedAgreement,
  PublishedTerms,
} from '#lib/domain/admin/published-versions.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import { type Terms, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { fromUtcDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

const PURPOSE = 'Förvaltning av avtal';

/** One agreement version with everything in it about money. */
export const publishedAgreement = defineQuery<{ readonly agreementVersionId: string }, PublishedAgreement>({
  name: 'agreementVersion.show',
  mandates: ['agreementAdmin', 'auditor'],
  purpose: PURPOSE,
  run: async (tx, { agreementVersionId }) => {
    const found = await tx.agreementVersion.findUnique({ where: { id: agreementVersionId } });
    if (found === null) return null;
    const agreement = validateAgreement(found.document);
    if (!agreement.ok) throw new Error(`The agreement version ${agreementVersionId} is not valid`);
    return {
      id: found.id,
      name: found.name,
      publishedOn: plainDateFromDate(found.publishedAt),
      agreement: agreement.value,
    };
  },
  reads: () => null,
});

/** One version of the terms: every day, share and limit that is not about money. */
export const publishedTerms = defineQuery<{ readonly termsVersionId: string }, PublishedTerms>({
  name: 'termsVersion.show',
  mandates: ['agreementAdmin', 'auditor'],
  purpose: PURPOSE,
  run: async (tx, { termsVersionId }) => {
    const found = await tx.termsVersion.findUnique({ where: { id: termsVersionId } });
    const listed = (await listTerms(tx)).find(({ id }) => id === termsVersionId);
    return found === null || listed === undefined
      ? null
      : { ...listed, terms: { ...TERMS_SINCE_STATEMENTS, ...(found.document as unknown as Terms) } };
  },
  reads: () => null,
});

/** The terms, the latest first, each with the day until which it holds. */
export async function listTerms(tx: Tx): Promise<ListedTerms[]> {
  const rows = await tx.termsVersion.findMany({
    select: { id: true, validFrom: true },
    orderBy: { validFrom: 'desc' },
  });
  return rows.map(({ id, validFrom }, index) => {
    const next = rows[index - 1];
    return {
      id,
      validFrom: fromUtcDate(validFrom),
      to: next === undefined ? null : fromUtcDate(next.validFrom),
    };
  });
}
