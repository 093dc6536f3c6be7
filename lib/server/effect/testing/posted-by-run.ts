import type { Actor } from '#lib/domain/actor/actor.ts';
import { newId } from '#lib/server/ids.ts';
import type { Execution } from '#lib/server/command/execute.ts';
import type { Database } from '#lib/server/db/client.ts';
import { run, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';

/** Makes the statements of a cut-off, and says what they posted for each placement, in öre. */
export async function postedByRun(setup: RunSetup, cutOff: string): Promise<ReadonlyMap<string, number>> {
  const runId = await run(setup, cutOff, 50);
  const sums = await setup.owner.statementLine.groupBy({
    by: ['placementId'],
    where: { statement: { runId } },
    _sum: { amountOre: true },
  });
  return new Map(sums.map(({ placementId, _sum }) => [placementId, Number(_sum.amountOre ?? 0n)]));
}

/** A command given by somebody at noon of a day. */
export function onDay(
  database: Database,
  actor: Actor,
  day: string,
  idempotencyKey: string = newId(),
): Execution {
  return { database, actor, now: new Date(`${day}T11:00:00Z`), idempotencyKey };
}
