import { actorKey, inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { notifyAll } from '#lib/server/notification/notify.ts';
import { MONTHS_PAGE } from '#lib/server/report/provider-paths.ts';
import { writeApprovals } from '#lib/server/review/write-approvals.ts';
import { SAMPLING_JOB, type SamplingContext } from '#lib/server/sampling/open-cycles.ts';
import type { Month } from '#lib/shared/month.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

const BATCH = 1000;

type Left = {
  readonly reportId: string;
  readonly placementId: string;
  readonly providerId: string;
  readonly participantId: string;
  readonly month: Month;
};

/**
 * Approves what stood in a cycle's frame and was not drawn: a decision of the rules for each, without a person, in batches of a
 * transaction each. What is approved is left alone, so that it goes on where it was broken off; a second run finds nothing.
 * Returns how many were approved.
 */
export async function approveFrame({ database, now }: SamplingContext, cycleId: string): Promise<number> {
  let approved = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- batch by batch, so that memory and locks stay small
    const batch = await inTransaction(database, SAMPLING_JOB, (tx) => approveBatch(tx, cycleId, now));
    if (batch === 0) return approved;
    approved += batch;
  }
}

async function approveBatch(tx: Tx, cycleId: string, now: Date): Promise<number> {
  const left = await tx.$queryRaw<
    Left[]
  >`SELECT r.id::text AS "reportId", r.placement_id::text AS "placementId", r.provider_id::text AS "providerId",
      r.participant_id::text AS "participantId", to_char(r.month, 'YYYY-MM') AS month
    FROM sample_frame f JOIN report r ON r.id = f.report_id
    WHERE f.cycle_id = ${cycleId}::uuid AND NOT f.drawn AND r.status = 'submitted' AND r.route = 'automatic' AND r.holds = 0
    ORDER BY f.provider_id, f.report_id LIMIT ${BATCH} FOR UPDATE OF r`;
  if (left.length === 0) return 0;
  const by = { by: 'rules', personId: null, now, today: plainDateFromDate(now) } as const;
  await writeApprovals(
    tx,
    left.map(({ reportId: id, ...about }) => ({ id, ...about })),
    by,
  );
  await noteAll(tx, cycleId, left);
  await tell(tx, cycleId, left, now);
  return left.length;
}

/** One entry in the log for each: a participant reads those about themselves. */
async function noteAll(tx: Tx, cycleId: string, left: readonly Left[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, subject_type, subject_id, participant_ids, detail)
    SELECT ${SAMPLING_JOB.kind}, ${actorKey(SAMPLING_JOB)}, 'report.approveByRules', 'done', 'report', x."reportId", ARRAY[x."participantId"]::uuid[],
      jsonb_build_object('month', x.month, 'cycleId', ${cycleId}::text)
    FROM jsonb_to_recordset(${JSON.stringify(left)}::jsonb) AS x ("reportId" text, "participantId" uuid, month text)`;
}

/** A provider is told once of a month, however many were approved, until somebody has read it. */
async function tell(tx: Tx, cycleId: string, left: readonly Left[], now: Date): Promise<void> {
  const months = Map.groupBy(left, ({ providerId, month }) => `${providerId} ${month}`);
  const tellings = [...months.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { providerId, month } = first;
    const subject = { type: 'sampleCycle', id: cycleId };
    const about = { placementId: null, providerId, subject, path: `${MONTHS_PAGE}/${month}`, gathered: true };
    const to = { kind: 'providerRoles', roles: ['signatory'] } as const;
    return [{ event: 'reportApproved', to, about, now } as const];
  });
  await notifyAll(tx, tellings);
}
