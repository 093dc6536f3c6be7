import {
  type StatementDelta,
  type StatementTotal,
  statementTotal,
} from '#lib/domain/compensation/statement-total.ts';
import { findBreach } from '#lib/domain/statement/conservation.ts';
import type { JobActor } from '#lib/domain/actor/actor.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import type { AgreementVersions } from '#lib/server/statement/agreement-versions.ts';
import { calculateEntry, saysAnything } from '#lib/server/statement/calculate-entry.ts';
import { FIRST_BATCH, listPlacementRows } from '#lib/server/statement/placement-facts.ts';
import { type PlacementEntry, postBatch, postedOf } from '#lib/server/statement/post-batch.ts';
import { RunStopped } from '#lib/server/statement/run-stopped.ts';
import { failureOfBreach } from '#lib/domain/statement/run-failure.ts';
import { StatementDigest } from '#lib/server/statement/statement-digest.ts';
import { type Ore, ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type StatedProvider = {
  readonly runId: string;
  readonly cutOff: PlainDate;
  readonly providerId: string;
  readonly agreements: AgreementVersions;
  readonly actor: JobActor;
  readonly batchSize: number;
};

/** The provider has nothing to be paid, nothing to wait for and no balance: it gets no statement. Rolls back. */
export class NothingToState extends Error {
  override readonly name = 'NothingToState';
}

/** Claims the provider's place in the run. Null where another worker, or an earlier attempt, has stated it already. */
async function claim(tx: Tx, { runId, providerId, cutOff }: StatedProvider): Promise<string | null> {
  const id = newId();
  // Where another worker is at it, this waits for that transaction to end.
  const claimed = await tx.$executeRaw`INSERT INTO statement (id, run_id, provider_id, cut_off, status)
    VALUES (${id}::uuid, ${runId}::uuid, ${providerId}::uuid, ${cutOff}::date, 'open') ON CONFLICT (run_id, provider_id) DO NOTHING`;
  return claimed === 1 ? id : null;
}

/**
 * What the provider's latest statement carried out, less what a claim has taken over of it. While a run goes on no claim is
 * decided, and while one is decided no run begins.
 */
async function carriedIn(tx: Tx, { providerId, cutOff }: StatedProvider): Promise<Ore> {
  const [latest] = await tx.$queryRaw<{ balance: bigint }[]>`
    SELECT s.balance_out_ore + coalesce((SELECT c.amount_ore FROM claim c WHERE c.statement_id = s.id AND c.status IN ('decided', 'settled')), 0) AS balance
    FROM statement s WHERE s.provider_id = ${providerId}::uuid AND s.cut_off < ${cutOff}::date ORDER BY s.cut_off DESC LIMIT 1`;
  return ore(Number(latest?.balance ?? 0n));
}

/** Stops the run unless what all statements now hold is what the facts give, for each key of every placement. */
async function checkConservation(
  tx: Tx,
  providerId: string,
  entries: readonly PlacementEntry[],
): Promise<void> {
  const posted = await postedOf(
    tx,
    entries.map((entry) => entry.placementId),
  );
  for (const { placementId, evaluation } of entries) {
    const breach = findBreach(evaluation, posted.get(placementId) ?? []);
    if (breach !== null) throw new RunStopped(failureOfBreach(providerId, placementId, breach));
  }
}

/** Calculates, posts and checks batch by batch, so that memory does not grow with the number of placements. */
async function* postAll(tx: Tx, stated: StatedProvider, statementId: string): AsyncGenerator<PlacementEntry> {
  const { providerId, cutOff, batchSize } = stated;
  let after = FIRST_BATCH;
  for (;;) {
    const rows = await listPlacementRows(tx, { providerId, asOf: cutOff, after, limit: batchSize });
    const entries = rows.map((row) => calculateEntry(row, { ...stated, asOf: cutOff }));
    const said = entries.filter(saysAnything);
    if (said.length > 0) await postBatch(tx, { statementId, providerId }, said);
    await checkConservation(tx, providerId, entries);
    yield* said;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchSize) return;
    after = last.id;
  }
}

async function storeSums(
  tx: Tx,
  statementId: string,
  total: StatementTotal,
  contentHash: string,
): Promise<void> {
  await tx.$executeRaw`UPDATE statement SET net_ore = ${total.netOre}, vat_ore = ${total.vatOre},
    balance_in_ore = ${total.carriedInOre}, rounding_ore = ${total.roundingOre}, payable_ore = ${total.paidOre},
    balance_out_ore = ${total.carriedOutOre}, content_hash = ${contentHash} WHERE id = ${statementId}::uuid`;
}

/**
 * Makes one provider's statement, in the caller's transaction. Returns its id, or null where it was there already.
 * Throws NothingToState or RunStopped, for the caller to let the transaction go.
 */
export async function stateProvider(tx: Tx, stated: StatedProvider): Promise<string | null> {
  const { runId, providerId, cutOff, actor } = stated;
  const statementId = await claim(tx, stated);
  if (statementId === null) return null;
  const balanceInOre = await carriedIn(tx, stated);
  const digest = new StatementDigest({ providerId, cutOff, balanceInOre });
  const deltas: StatementDelta[] = [];
  const participantIds = new Set<string>();
  for await (const entry of postAll(tx, stated, statementId)) {
    digest.addEntry(entry);
    participantIds.add(entry.participantId);
    for (const { amountOre } of entry.lines) deltas.push({ vatPermille: entry.vatPermille, amountOre });
  }
  if (participantIds.size === 0 && balanceInOre === 0) throw new NothingToState();
  const total = statementTotal(deltas, balanceInOre);
  const contentHash = digest.close(total);
  await storeSums(tx, statementId, total, contentHash);
  await writeAudit(tx, {
    actor,
    action: 'statement.calculate',
    outcome: 'done',
    subject: {
      type: 'statement',
      id: statementId,
      participantIds: [...participantIds],
      detail: { runId, contentHash },
    },
  });
  return statementId;
}
