import type { LatestRun } from '#lib/domain/statement/cut-off.ts';
import type { RunState, RunView } from '#lib/domain/statement/statement-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** The run with the latest cut-off, or null before the first. */
export async function findLatestRun(tx: Tx): Promise<LatestRun | null> {
  const [latest] = await tx.$queryRaw<{ cutOff: string; finished: boolean }[]>`
    SELECT cut_off::text AS "cutOff", finished_at IS NOT NULL AS finished FROM statement_run ORDER BY cut_off DESC LIMIT 1`;
  return latest === undefined ? null : { cutOff: plainDate(latest.cutOff), finished: latest.finished };
}

type RawRun = {
  readonly id: string;
  readonly version: number;
  readonly cutOff: string;
  readonly startedAt: Date;
  readonly startedBy: string | null;
  readonly finishedAt: Date | null;
  readonly failure: string | null;
  readonly providersTotal: number;
  readonly providersDone: number;
  readonly statements: bigint;
  readonly netOre: bigint;
  readonly payableOre: bigint;
};

/** From `statement_run r`. */
const RUN_COLUMNS = Prisma.sql`r.id::text, r.version, r.cut_off::text AS "cutOff", r.started_at AS "startedAt",
  (SELECT concat_ws(' ', p.given_name, p.family_name) FROM person p WHERE p.id = r.started_by_person_id) AS "startedBy",
  r.finished_at AS "finishedAt", r.failure, r.providers_total AS "providersTotal", r.providers_done AS "providersDone",
  sums.statements, sums."netOre", sums."payableOre"`;
const RUN_SUMS = Prisma.sql`CROSS JOIN LATERAL (SELECT count(*) AS statements, coalesce(sum(s.net_ore), 0)::bigint AS "netOre",
  coalesce(sum(s.payable_ore), 0)::bigint AS "payableOre" FROM statement s WHERE s.run_id = r.id) sums`;

export function runStateOf(run: {
  readonly finishedAt: Date | null;
  readonly failure: string | null;
}): RunState {
  if (run.finishedAt !== null) return 'proposed';
  return run.failure === null ? 'running' : 'stopped';
}

function runViewOf(raw: RawRun): RunView & { readonly failure: string | null } {
  return {
    ...raw,
    cutOff: plainDate(raw.cutOff),
    state: runStateOf(raw),
    statements: Number(raw.statements),
    netOre: ore(Number(raw.netOre)),
    payableOre: ore(Number(raw.payableOre)),
  };
}

export async function findRun(
  tx: Tx,
  runId: string,
): Promise<(RunView & { readonly failure: string | null }) | null> {
  const [run] = await tx.$queryRaw<RawRun[]>`
    SELECT ${RUN_COLUMNS} FROM statement_run r ${RUN_SUMS} WHERE r.id = ${runId}::uuid`;
  return run === undefined ? null : runViewOf(run);
}

/** Runs, the latest cut-off first. */
export async function listRuns(tx: Tx, limit: number, offset: number): Promise<readonly RunView[]> {
  const runs = await tx.$queryRaw<RawRun[]>`
    SELECT ${RUN_COLUMNS} FROM statement_run r ${RUN_SUMS} ORDER BY r.cut_off DESC LIMIT ${limit} OFFSET ${offset}`;
  return runs.map(runViewOf);
}
