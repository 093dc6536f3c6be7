import { factRowsSv } from '#lib/domain/statement/fact-rows-sv.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import { checkLine } from '#lib/domain/statement/statement-line-check.ts';
import type { LineBasis } from '#lib/domain/statement/statement-view.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { agreementsOf, storedFacts } from '#lib/server/statement/stored-input.ts';
import { ore } from '#lib/shared/money.ts';

type RawBasis = {
  readonly key: string;
  readonly amountOre: bigint;
  readonly because: readonly LineStep[];
  readonly facts: unknown;
  readonly inputHash: string;
  readonly agreementVersionId: string;
};

/** What stands behind a line, calculated anew here and now; null where the reader may not see its placement. */
export async function findBasis(tx: Tx, statementId: string, lineId: string): Promise<LineBasis | null> {
  const [raw] = await tx.$queryRaw<RawBasis[]>`
    SELECT l.key, l.amount_ore AS "amountOre", l.because, i.facts, i.input_hash AS "inputHash", i.agreement_version_id AS "agreementVersionId"
    FROM statement_line l
    JOIN statement_input i ON i.statement_id = l.statement_id AND i.placement_id = l.placement_id
    JOIN placement p ON p.id = l.placement_id
    WHERE l.id = ${lineId}::bigint AND l.statement_id = ${statementId}::uuid`;
  if (raw === undefined) return null;
  const { key, because, inputHash, agreementVersionId } = raw;
  const agreement = (await agreementsOf(tx, [agreementVersionId]))(agreementVersionId);
  const facts = storedFacts(raw.facts);
  return {
    lineId,
    facts: factRowsSv(facts),
    agreementName: agreement.name,
    inputHash,
    isIntact: hashOf({ agreementVersionId, facts: raw.facts }).toString('hex') === inputHash,
    check: checkLine(agreement, facts, { key, amountOre: ore(Number(raw.amountOre)), because }),
  };
}
