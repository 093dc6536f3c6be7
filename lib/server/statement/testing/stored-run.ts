import type { Database } from '#lib/server/db/client.ts';
import { jobsSchema } from '#lib/server/jobs/queues.ts';

/**
 * All that is stored of a run, without the ids and numbers that are another for each try: its statements with their lines
 * and inputs, who was told, and what the log says.
 */
export async function storedRun(owner: Database, runId: string): Promise<unknown> {
  const statements = await owner.statement.findMany({
    where: { runId },
    orderBy: { providerId: 'asc' },
    omit: { id: true, runId: true },
    include: {
      lines: { orderBy: [{ placementId: 'asc' }, { key: 'asc' }], omit: { id: true, statementId: true } },
      inputs: { orderBy: { placementId: 'asc' }, omit: { statementId: true } },
    },
  });
  const run = await owner.statementRun.findUniqueOrThrow({
    where: { id: runId },
    omit: { id: true, startedAt: true },
  });
  const mails = await owner.$queryRawUnsafe<unknown[]>(
    `SELECT data FROM ${jobsSchema}.job WHERE name = 'mail.send' ORDER BY data::text`,
  );
  const log = await owner.$queryRaw<unknown[]>`
    SELECT action, outcome, participant_ids::text AS participants, (detail - 'runId')::text AS detail FROM audit_entry
    WHERE detail ->> 'runId' = ${runId} OR subject_id = ${runId} ORDER BY action, detail ->> 'contentHash'`;
  return { statements, run, mails, log };
}
