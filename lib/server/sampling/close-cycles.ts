import { writeAudit } from '#lib/server/command/audit.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { openCycleSecret } from '#lib/server/sampling/cycle-secret.ts';
import { readResults } from '#lib/server/sampling/load-sample-file.ts';
import { drawnOutcomes } from '#lib/server/sampling/drawn-outcomes.ts';
import { SAMPLING_JOB, type SamplingContext } from '#lib/server/sampling/open-cycles.ts';
import { resultsHash } from '#lib/server/sampling/sample-hash.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/**
 * Closes every drawn cycle whose drawn reports are all finally decided: what each came to is stored and stands, and the secret is told,
 * so that anybody can draw it again. Returns how many were closed.
 */
export async function closeCycles(context: SamplingContext): Promise<number> {
  const today = plainDateFromDate(context.now);
  const ready = await inTransaction(
    context.database,
    SAMPLING_JOB,
    async (tx) =>
      tx.$queryRaw<
        { id: string }[]
      >`SELECT c.id::text FROM sample_cycle c WHERE c.drawn_at IS NOT NULL AND c.closed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM (${drawnOutcomes(Prisma.sql`f.cycle_id = c.id`, today)}) o WHERE NOT o.is_final) ORDER BY c.month, c.draw`,
  );
  let closed = 0;
  // oxlint-disable-next-line no-await-in-loop -- a transaction each; seldom more than one or two
  for (const { id } of ready) if (await closeCycle(context, id)) closed += 1;
  return closed;
}

async function closeCycle(
  { database, now, portalSecret }: SamplingContext,
  cycleId: string,
): Promise<boolean> {
  const today = plainDateFromDate(now);
  return await inTransaction(database, SAMPLING_JOB, async (tx) => {
    const [cycle] = await tx.$queryRaw<
      { sealedSecret: Uint8Array }[]
    >`SELECT sealed_secret AS "sealedSecret" FROM sample_cycle
      WHERE id = ${cycleId}::uuid AND drawn_at IS NOT NULL AND closed_at IS NULL FOR UPDATE`;
    if (cycle === undefined) return false;
    const outcomes = drawnOutcomes(Prisma.sql`f.cycle_id = ${cycleId}::uuid`, today);
    // One taken up again since is no longer final: then fewer results are written than were drawn, and the database keeps it open.
    const [left] = await tx.$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM (${outcomes}) o WHERE NOT o.is_final`;
    if (left === undefined || left.n > 0) return false;
    await tx.$executeRaw`INSERT INTO sample_result (report_id, cycle_id, provider_id, error, error_ore)
      SELECT o.report_id, o.cycle_id, o.provider_id, o.error, o.error_ore FROM (${outcomes}) o`;
    const secret = openCycleSecret(portalSecret, cycleId, cycle.sealedSecret);
    await tx.$executeRaw`UPDATE sample_cycle SET closed_at = ${now}, secret = ${new Uint8Array(secret)} WHERE id = ${cycleId}::uuid`;
    const results = await readResults(tx, Prisma.sql`x.cycle_id = ${cycleId}::uuid`);
    const detail = {
      errors: results.filter(({ error }) => error !== null).length,
      resultsHash: resultsHash(cycleId, results).toString('hex'),
      secret: secret.toString('hex'),
    };
    await writeAudit(tx, {
      actor: SAMPLING_JOB,
      action: 'sample.close',
      outcome: 'done',
      subject: { type: 'sampleCycle', id: cycleId, participantIds: [], detail },
    });
    return true;
  });
}
