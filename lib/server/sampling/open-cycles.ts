import { randomBytes } from 'node:crypto';
import type { JobActor } from '#lib/domain/actor/actor.ts';
import { DRAWS } from '#lib/domain/sampling/draw-day.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { sealCycleSecret } from '#lib/server/sampling/cycle-secret.ts';
import { commitmentOf } from '#lib/server/sampling/sample-hash.ts';
import { firstDay, type Month, monthOf, nextMonth, previousMonth } from '#lib/shared/month.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export const SAMPLING_JOB: JobActor = { kind: 'job', name: 'review.route' };

export type SamplingContext = {
  /** As the worker's role. */
  readonly database: Database;
  readonly now: Date;
  readonly portalSecret: string;
};

/**
 * Opens both cycles of this month and the next, so that their commitments are known before a report of the month can come in; and
 * of the last month, where a portal is so new that they are missing (its page says that they came late). Returns how many.
 */
export async function openCycles({ database, now, portalSecret }: SamplingContext): Promise<number> {
  const month = monthOf(plainDateFromDate(now));
  return await inTransaction(database, SAMPLING_JOB, async (tx) => {
    let opened = 0;
    // oxlint-disable-next-line no-await-in-loop -- a handful of rows, once a month
    for (const each of [previousMonth(month), month, nextMonth(month)])
      for (const draw of DRAWS) opened += await openCycle(tx, { month: each, draw, now, portalSecret });
    return opened;
  });
}

async function openCycle(
  tx: Tx,
  { month, draw, now, portalSecret }: { month: Month; draw: number; now: Date; portalSecret: string },
): Promise<number> {
  const id = newId();
  const secret = randomBytes(32);
  const commitment = commitmentOf(id, secret);
  const opened =
    await tx.$executeRaw`INSERT INTO sample_cycle (id, month, draw, opened_at, commitment, sealed_secret)
    VALUES (${id}::uuid, ${firstDay(month)}::date, ${draw}, ${now}, ${new Uint8Array(commitment)}, ${sealCycleSecret(portalSecret, id, secret)})
    ON CONFLICT (month, draw) DO NOTHING`;
  if (opened > 0)
    await writeAudit(tx, {
      actor: SAMPLING_JOB,
      action: 'sample.open',
      outcome: 'done',
      subject: {
        type: 'sampleCycle',
        id,
        participantIds: [],
        detail: { month, draw, commitment: commitment.toString('hex') },
      },
    });
  return opened;
}
