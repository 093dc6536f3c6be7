import type { JobActor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { refreshOutcomeWork } from '#lib/server/outcome/outcome-work.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

const ACTOR: JobActor = { kind: 'job', name: 'outcome.work' };
/** The whole country's, all of them at once. */
const MOST_MS = 900_000;

/** Works out for the new day what outcomes ask of reviewers, before any of them looks. Returns how many were looked at. */
export async function workOutcomes(database: Database, now: Date): Promise<number> {
  return await inTransaction(
    database,
    ACTOR,
    (tx) => refreshOutcomeWork(tx, plainDateFromDate(now)),
    MOST_MS,
  );
}
