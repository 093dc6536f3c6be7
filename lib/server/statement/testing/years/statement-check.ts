import { isDeepStrictEqual } from 'node:util';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { statementTotal } from '#lib/domain/compensation/statement-total.ts';
import { validateFacts } from '#lib/domain/compensation/validate.ts';
import { linesOf } from '#lib/domain/statement/statement-line.ts';
import { canonicalJson, hashOf } from '#lib/server/canonical-json.ts';
import type { Database } from '#lib/server/db/client.ts';
import { StatementDigest } from '#lib/server/statement/statement-digest.ts';
import { YEARS_AGREEMENTS } from '#lib/server/statement/testing/years/years-agreements.ts';
import { ore } from '#lib/shared/money.ts';
import { fromUtcDate } from '#lib/shared/plain-date.ts';

async function readStatements(owner: Database, runId: string) {
  return await owner.statement.findMany({
    where: { runId },
    include: {
      lines: { orderBy: [{ placementId: 'asc' }, { key: 'asc' }] },
      inputs: { orderBy: { placementId: 'asc' } },
    },
  });
}

type Stored = Awaited<ReturnType<typeof readStatements>>[number];

function comparable({
  key,
  component,
  quantity,
  unitOre,
  amountOre,
  because,
}: {
  readonly key: string;
  readonly component: string;
  readonly quantity: number | null;
  readonly unitOre: bigint | number | null;
  readonly amountOre: bigint | number;
  readonly because: unknown;
}): string {
  const amounts = { unitOre: unitOre === null ? null : Number(unitOre), amountOre: Number(amountOre) };
  return canonicalJson({ key, component, quantity, ...amounts, because });
}

/** What does not hold in one statement, calculated again from nothing but its stored inputs. */
function faultsOf(statement: Stored, carriedInOre: number): readonly string[] {
  const faults: string[] = [];
  const { providerId, cutOff, inputs, lines, contentHash } = statement;
  const balanceInOre = ore(Number(statement.balanceInOre));
  const digest = new StatementDigest({ providerId, cutOff: fromUtcDate(cutOff), balanceInOre });
  const deltas = [];
  for (const { placementId, agreementVersionId, inputHash, ...input } of inputs) {
    const facts = validateFacts(input.facts);
    const agreement = YEARS_AGREEMENTS.find(({ id }) => id === agreementVersionId);
    if (!facts.ok || agreement === undefined) return [...faults, `${placementId}: input cannot be read`];
    const evaluation = evaluate(agreement, facts.value);
    const again = linesOf(evaluation, facts.value.posted);
    const stored = lines.filter((line) => line.placementId === placementId);
    const hash = hashOf({ agreementVersionId, facts: input.facts }).toString('hex');
    if (hash !== inputHash) faults.push(`${placementId}: checksum of the input`);
    if (!isDeepStrictEqual(again.map(comparable), stored.map(comparable)))
      faults.push(`${placementId}: lines`);
    const rest = { pending: input.pending, notPayable: input.notPayable };
    const restAgain = { pending: evaluation.pending, notPayable: evaluation.notPayable };
    if (canonicalJson(rest) !== canonicalJson(restAgain))
      faults.push(`${placementId}: pending or not payable`);
    digest.addEntry({ placementId, inputHash: hash, lines: again });
    for (const { amountOre } of again) deltas.push({ vatPermille: agreement.vatPermille, amountOre });
  }
  const total = statementTotal(deltas, balanceInOre);
  const sums = [total.netOre, total.vatOre, total.roundingOre, total.paidOre, total.carriedOutOre];
  const { netOre, vatOre, roundingOre, payableOre, balanceOutOre } = statement;
  const stored = [netOre, vatOre, roundingOre, payableOre, balanceOutOre].map(Number);
  if (!isDeepStrictEqual(sums, stored)) faults.push('sums');
  if (Number(netOre) !== lines.reduce((sum, { amountOre }) => sum + Number(amountOre), 0)) faults.push('net');
  if (balanceInOre !== carriedInOre)
    faults.push(`carried in ${balanceInOre}, ${carriedInOre} was carried out`);
  if (digest.close(total) !== contentHash) faults.push('checksum');
  return faults;
}

/** What each provider's latest statement carried out, less what has been claimed of it. */
export type Carried = Map<string, number>;

/** What does not hold in the statements of a run. `carried` is what the earlier ones left, and then what these leave. */
export async function statementBreaches(
  owner: Database,
  runId: string,
  carried: Carried,
): Promise<readonly string[]> {
  const breaches: string[] = [];
  const silent = new Set(carried.keys());
  for (const statement of await readStatements(owner, runId)) {
    const faults = faultsOf(statement, carried.get(statement.providerId) ?? 0);
    breaches.push(
      ...faults.map((fault) => `${fromUtcDate(statement.cutOff)} ${statement.providerId} ${fault}`),
    );
    carried.set(statement.providerId, Number(statement.balanceOutOre));
    silent.delete(statement.providerId);
  }
  // A provider with a balance gets a statement, whatever else there is to say.
  for (const id of silent) if (carried.get(id) !== 0) breaches.push(`${id}: a balance without a statement`);
  return breaches;
}
