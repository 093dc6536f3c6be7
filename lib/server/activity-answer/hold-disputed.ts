import { disputedOf, type OwnActivity } from '#lib/domain/activity-answer/activity-answer.ts';
import type { CheckFacts } from '#lib/domain/report/check.ts';
import { disputedIn } from '#lib/domain/report/checks/participant-disputes.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { loadOwnMonths } from '#lib/server/activity-answer/own-months.ts';
import type { LockedOwnMonth } from '#lib/server/activity-answer/lock-own-month.ts';
import type { ReportStatus } from '#lib/domain/review/decide-report.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { CONTENT_OF_REPORT } from '#lib/server/report/report-content-of.ts';
import { firstDay } from '#lib/shared/month.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/**
 * A dispute that comes after the month's report was sent reaches its review: the same finding as if it had come before, and
 * a person decides. Where one is approved already, the reviewers are told, who can take the decision up again. An answer that
 * changes what is disputed, or takes it back, changes what the finding says. Returns whether there is such a report that waits.
 */
export async function holdDisputed(
  tx: Tx,
  own: LockedOwnMonth,
  answered: Pick<OwnActivity, 'key'>,
  now: Date,
): Promise<boolean> {
  const { placementId, month, participantId } = own;
  const [report] = await queryJson<{
    readonly id: string;
    readonly status: ReportStatus;
    readonly content: ReportContent;
  }>(
    tx,
    Prisma.sql`SELECT r.id, r.status, ${CONTENT_OF_REPORT} AS content FROM report r WHERE r.placement_id = ${placementId}::uuid
      AND r.month = ${firstDay(month)}::date AND r.status NOT IN ('superseded', 'withdrawn')`,
  );
  const [after] = await loadOwnMonths(tx, participantId, { placementId, month });
  if (report === undefined || after === undefined) return false;
  const facts = factsAfter(report.content, after.activities, answered, now);
  if (facts === null) return false;
  const [held] = await tx.$queryRaw<{ waits: boolean }[]>`
    SELECT app.hold_disputed(${report.id}::uuid, ${JSON.stringify(facts)}::jsonb, ${now.toISOString()}::timestamptz) AS waits`;
  if (report.status === 'approved' && facts.takenBackOn === undefined) {
    const subject = { type: 'report', id: report.id };
    const about = { placementId, subject, path: `/review/${report.id}` };
    await notify(tx, {
      event: 'approvedDisputed',
      to: { kind: 'authorityRole', role: 'reviewer' },
      about,
      now,
    });
  }
  return held?.waits ?? false;
}

/** What the finding says from now on: what is disputed; what was, where that has just been taken back. Null: what is answered is not in the report. */
function factsAfter(
  content: ReportContent,
  activities: readonly OwnActivity[],
  { key }: Pick<OwnActivity, 'key'>,
  now: Date,
): CheckFacts['PARTICIPANT_DISPUTES'] | null {
  const standing = disputedIn(content, disputedOf(activities));
  if (standing !== null) return standing;
  const before = activities
    .filter((activity) => activity.key === key)
    .map((activity) => ({ ...activity, answer: 'disputed' as const }));
  const facts = disputedIn(content, disputedOf(before));
  return facts && { ...facts, disputed: 0, takenBackOn: plainDateFromDate(now) };
}
