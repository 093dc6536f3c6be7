import examples from '#lib/domain/compensation/evaluate-examples.json' with { type: 'json' };
import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/**
 * The golden cases that a published version was published with; the worked examples for those that came with the portal.
 * Their expected answers are theirs: under another version they may differ, and somebody has to look at each.
 */
export async function casesOfVersion(tx: Tx, agreementVersionId: string): Promise<readonly GoldenCase[]> {
  const [draft] = await tx.$queryRaw<{ cases: readonly GoldenCase[] }[]>`
    SELECT golden_cases AS cases FROM agreement_draft WHERE agreement_version_id = ${agreementVersionId} AND status = 'published'`;
  if (draft !== undefined) return draft.cases;
  return examples
    .filter(({ input }) => input.agreement.id === agreementVersionId)
    .map(({ name, input, expected }) => ({ name, facts: input.facts, expected }));
}
