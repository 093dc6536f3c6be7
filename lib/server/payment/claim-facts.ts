import type { ClaimFacts } from '#lib/domain/payment/claim.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type Ore, ore } from '#lib/shared/money.ts';

export type StatementOwing = ClaimFacts & {
  readonly statementId: string;
  readonly providerId: string;
  readonly version: number;
  readonly owedOre: Ore;
};

type Raw = {
  readonly statementId: string;
  readonly providerId: string;
  readonly version: number;
  readonly status: string;
  readonly balanceOutOre: bigint;
  readonly isLatest: boolean;
  readonly servesOn: boolean;
  readonly hasPending: boolean;
};

/** What the rules of claims ask, from `statement s`. */
export const CLAIM_FACTS = Prisma.sql`
  NOT EXISTS (SELECT 1 FROM statement n WHERE n.provider_id = s.provider_id AND n.cut_off > s.cut_off) AS "isLatest",
  app.serves_after(s.provider_id, s.cut_off) AS "servesOn",
  EXISTS (SELECT 1 FROM statement_input i WHERE i.statement_id = s.id AND jsonb_array_length(i.pending) > 0) AS "hasPending"`;

/**
 * Holds statement runs back until the transaction ends: a run that is started carries the balance on, and a claim takes it
 * over. The same lock as starting a run takes.
 */
export async function holdRuns(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('statementRun.start'))`;
}

export async function isRunGoingOn(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<
    { running: boolean }[]
  >`SELECT EXISTS (SELECT 1 FROM statement_run WHERE finished_at IS NULL) AS running`;
  return rows[0]?.running === true;
}

/** A statement with what the rules of claims ask about it; null where there is none. Locks it. */
export async function lockOwing(tx: Tx, statementId: string): Promise<StatementOwing | null> {
  await holdRuns(tx);
  const [raw] = await tx.$queryRaw<Raw[]>`
    SELECT s.id::text AS "statementId", s.provider_id::text AS "providerId", s.version, s.status::text, s.balance_out_ore AS "balanceOutOre", ${CLAIM_FACTS}
    FROM statement s WHERE s.id = ${statementId}::uuid FOR UPDATE`;
  if (raw === undefined) return null;
  const { status, ...facts } = raw;
  const balanceOutOre = ore(Number(raw.balanceOutOre));
  return {
    ...facts,
    balanceOutOre,
    owedOre: ore(0 - balanceOutOre),
    isAccepted: status === 'accepted' || status === 'authorised' || status === 'paid',
    runGoesOn: await isRunGoingOn(tx),
  };
}
