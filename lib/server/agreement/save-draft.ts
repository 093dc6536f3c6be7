import type { CommandContext } from '#lib/server/command/command.ts';
import type { AgreementDraftRow } from '#lib/server/agreement/draft-row.ts';
import { personOf } from '#lib/server/agreement/draft-problem.ts';
import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import { dig } from '#lib/domain/compensation/reader.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

function textAt(document: unknown, member: string): string {
  const value = dig(document, member);
  return typeof value === 'string' ? value : '';
}

/** The columns that stand beside a document, so that drafts can be listed and found; empty where it lacks them. */
export function namesOf(document: unknown): { readonly agreementVersionId: string; readonly name: string } {
  return { agreementVersionId: textAt(document, 'id'), name: textAt(document, 'name') };
}

/** Stores what a draft says now. Returns its next version. Saving what is there already counts as seeing, not as editing. */
export async function writeDocument(
  tx: Tx,
  draft: AgreementDraftRow,
  document: unknown,
  { actor, now }: CommandContext,
): Promise<number> {
  const { agreementVersionId, name } = namesOf(document);
  const changed =
    await tx.$executeRaw`UPDATE agreement_draft SET agreement_version_id = ${agreementVersionId}, name = ${name},
      document = ${JSON.stringify(document)}::jsonb, last_edited_by_person_id = ${personOf(actor)}::uuid, last_edited_at = ${now}, version = version + 1
    WHERE id = ${draft.id}::uuid AND document <> ${JSON.stringify(document)}::jsonb`;
  return draft.version + changed;
}

/** Stores the golden cases of a draft. */
export async function writeCases(
  tx: Tx,
  draft: AgreementDraftRow,
  cases: readonly GoldenCase[],
  { actor, now }: CommandContext,
): Promise<number> {
  const changed =
    await tx.$executeRaw`UPDATE agreement_draft SET golden_cases = ${JSON.stringify(cases)}::jsonb,
      last_edited_by_person_id = ${personOf(actor)}::uuid, last_edited_at = ${now}, version = version + 1
    WHERE id = ${draft.id}::uuid AND golden_cases <> ${JSON.stringify(cases)}::jsonb`;
  return draft.version + changed;
}
