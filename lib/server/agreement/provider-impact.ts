import {
  addNotCalculable,
  addPlacement,
  greatest,
  type Impact,
  type ImpactExample,
  NO_IMPACT,
} from '#lib/domain/agreement/impact.ts';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import {
  factsOf,
  FIRST_BATCH,
  listPlacementRows,
  type PlacementRow,
} from '#lib/server/statement/placement-facts.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const BATCH_SIZE = 500;

type About = {
  readonly providerId: string;
  readonly asOf: PlainDate;
  readonly replacesId: string;
  readonly before: AgreementVersion;
  readonly after: AgreementVersion;
  /** The greatest examples of the providers before: only what is greater is worth keeping. */
  readonly known: readonly ImpactExample[];
  readonly batchSize?: number;
};

type Named = { readonly id: string; readonly protected: boolean; readonly reference: string | null };

/** What a batch may be named by: nothing of participants with protected identity. */
async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const rows = await tx.$queryRaw<Named[]>`SELECT p.id::text, p.protected,
      (SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = p.id ORDER BY s.number LIMIT 1) AS reference
    FROM placement p WHERE p.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

type Counted = { readonly impact: Impact; readonly isChanged: boolean };

function addRow(impact: Impact, row: PlacementRow, named: Named | undefined, about: About): Counted {
  const facts = factsOf(row, about.asOf);
  if (!facts.ok) return { impact: addNotCalculable(impact, 'facts'), isChanged: false };
  const after = evaluateInput({ agreement: about.after, facts: facts.value });
  if ('error' in after) {
    return {
      impact: addNotCalculable(impact, after.error.errors[0]?.code ?? 'invalidInput'),
      isChanged: false,
    };
  }
  const compared = {
    placementId: row.id,
    participantId: row.participantId,
    reference: named?.reference ?? null,
    providerId: about.providerId,
    level: facts.value.placement.level,
    before: evaluate(about.before, facts.value),
    after,
  };
  const next = addPlacement(impact, compared, named?.protected === false);
  return { impact: next, isChanged: next.changed > impact.changed };
}

async function statementsWith(tx: Tx, placementIds: readonly string[], found: Set<string>): Promise<void> {
  if (placementIds.length === 0) return;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT statement_id::text AS id FROM statement_line WHERE placement_id = ANY (${placementIds}::uuid[])`;
  for (const { id } of rows) found.add(id);
}

/** One provider's part: its placements under the version, in batches, so that a provider of any size takes the same room. */
export async function providerImpact(tx: Tx, about: About): Promise<Impact> {
  const { providerId, asOf, replacesId, known, batchSize: limit = BATCH_SIZE } = about;
  const statements = new Set<string>();
  let impact: Impact = { ...NO_IMPACT, examples: known };
  let after = FIRST_BATCH;
  for (;;) {
    const rows = await listPlacementRows(tx, { providerId, asOf, after, limit });
    const concerned = rows.filter((row) => row.agreementVersionId === replacesId);
    const names = await namesOf(
      tx,
      concerned.map(({ id }) => id),
    );
    const changed: string[] = [];
    for (const row of concerned) {
      const counted = addRow(impact, row, names.get(row.id), about);
      impact = counted.impact;
      if (counted.isChanged) changed.push(row.id);
    }
    await statementsWith(tx, changed, statements);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) break;
    after = last.id;
  }
  const own = greatest(impact.examples).filter((example) => example.providerId === providerId);
  return { ...impact, statements: statements.size, examples: own };
}
