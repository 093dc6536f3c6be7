import type { JobActor } from '#lib/domain/actor/actor.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { type AgreementVersions, loadAgreementVersions } from '#lib/server/statement/agreement-versions.ts';
import { proposeRun } from '#lib/server/statement/propose-run.ts';
import { RunStopped } from '#lib/server/statement/run-stopped.ts';
import type { RunFailure } from '#lib/domain/statement/run-failure.ts';
import { NothingToState, stateProvider } from '#lib/server/statement/state-provider.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const ACTOR: JobActor = { kind: 'job', name: 'statement.run' };
/** Placements. Larger ones are no faster, and Prisma keeps the text of what it was last asked in memory, a hundred questions long. */
const BATCH_SIZE = 200;
const LANES = 2;
/** One with all the participants of the country takes a minute; anything that lasts this long does not end. */
const LONGEST_PROVIDER_MS = 1_800_000;

export type StatementRunInput = {
  /** A client of the worker's role. */
  readonly database: Database;
  readonly runId: string;
  /** When the statements are proposed. */
  readonly now: () => Date;
  readonly batchSize?: number;
  /** How many providers at a time; the database has to have room for as many connections. */
  readonly lanes?: number;
  /** Told after each provider, with its transaction committed. */
  readonly onProvider?: (done: number, total: number) => void | Promise<void>;
};

/** How a run went: it has failed only where the reason is kept with it. */
export type StatementRunOutcome =
  | { readonly kind: 'proposed'; readonly statements: number }
  | { readonly kind: 'stopped'; readonly failure: RunFailure };

type Opened = {
  readonly cutOff: PlainDate;
  readonly finished: boolean;
  readonly providers: readonly { readonly id: string }[];
  readonly agreements: AgreementVersions;
};

/** Reads what the run is about. Whatever stopped it before is forgotten: it is being tried again. */
async function openRun(database: Database, runId: string): Promise<Opened> {
  return await inTransaction(database, ACTOR, async (tx) => {
    const [run] = await tx.$queryRaw<{ cutOff: string; finished: boolean }[]>`
      SELECT cut_off::text AS "cutOff", finished_at IS NOT NULL AS finished FROM statement_run WHERE id = ${runId}::uuid FOR NO KEY UPDATE`;
    if (run === undefined) throw new Error(`No statement run ${runId}`);
    const cutOff = plainDate(run.cutOff);
    if (run.finished) return { cutOff, finished: true, providers: [], agreements: new Map() };
    const providers = await tx.$queryRaw<{ id: string }[]>`
      SELECT r.id::text FROM provider r
      WHERE EXISTS (SELECT 1 FROM placement p WHERE p.provider_id = r.id AND p."from" < ${cutOff}::date) ORDER BY r.id`;
    await tx.$executeRaw`UPDATE statement_run SET failure = NULL, providers_total = ${providers.length}, providers_done = 0
      WHERE id = ${runId}::uuid`;
    return { cutOff, finished: false, providers, agreements: await loadAgreementVersions(tx) };
  });
}

async function recordFailure(database: Database, runId: string, failure: RunFailure): Promise<void> {
  await inTransaction(database, ACTOR, async (tx) => {
    await tx.$executeRaw`UPDATE statement_run SET failure = ${JSON.stringify(failure)}, version = version + 1
      WHERE id = ${runId}::uuid AND finished_at IS NULL`;
    await writeAudit(tx, {
      actor: ACTOR,
      action: 'statementRun.stop',
      outcome: 'done',
      subject: { type: 'statementRun', id: runId, participantIds: [], detail: { code: failure.code } },
    });
  });
}

/** Counts a provider as done, with its statement or on its own. Another worker at the same run counts it, too. */
async function countDone(tx: Tx, runId: string): Promise<void> {
  await tx.$executeRaw`UPDATE statement_run SET providers_done = least(providers_done + 1, providers_total) WHERE id = ${runId}::uuid`;
}

async function stateOne(input: StatementRunInput, run: Opened, providerId: string): Promise<void> {
  const { database, runId, batchSize = BATCH_SIZE } = input;
  const { cutOff, agreements } = run;
  const stated = { runId, cutOff, providerId, agreements, actor: ACTOR, batchSize };
  try {
    await inTransaction(
      database,
      ACTOR,
      async (tx) => {
        await stateProvider(tx, stated);
        await countDone(tx, runId);
      },
      LONGEST_PROVIDER_MS,
    );
  } catch (error) {
    if (!(error instanceof NothingToState)) throw error;
    await inTransaction(database, ACTOR, (tx) => countDone(tx, runId));
  }
}

/**
 * Goes through the providers, some at a time: while the database works on one, another is calculated. They share nothing
 * but the count of those done. Where one fails no more are begun, and those that are under way come to their end.
 */
async function stateAll(input: StatementRunInput, run: Opened): Promise<void> {
  const { lanes = LANES, onProvider } = input;
  const providers = run.providers.values();
  let done = 0;
  let failed = false;
  const walk = async (): Promise<void> => {
    for (const { id } of providers) {
      if (failed) return;
      try {
        await stateOne(input, run, id);
        done += 1;
        await onProvider?.(done, run.providers.length);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const walked = await Promise.allSettled(Array.from({ length: lanes }, walk));
  const failure = walked.find((one) => one.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/**
 * Makes the statements of a run, provider by provider, each in a transaction of its own, and proposes them when all are
 * made. Can be killed at any point and started again: providers that are done are passed over, and what was half made
 * was never stored. A sum that does not hold stops the run, with the reason kept and nothing of that provider stored.
 */
export async function runStatements(input: StatementRunInput): Promise<StatementRunOutcome> {
  const { database, runId, now } = input;
  try {
    const run = await openRun(database, runId);
    if (!run.finished) await stateAll(input, run);
    return {
      kind: 'proposed',
      statements: run.finished ? 0 : await proposeRun(database, { runId, now: now(), actor: ACTOR }),
    };
  } catch (error) {
    const failure: RunFailure = error instanceof RunStopped ? error.failure : { code: 'unexpected' };
    await recordFailure(database, runId, failure);
    if (error instanceof RunStopped) return { kind: 'stopped', failure };
    throw error;
  }
}
