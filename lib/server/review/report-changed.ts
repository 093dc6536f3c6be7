import { type ReportChange, reportHasChanged } from '#lib/domain/review/report-changes.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { LockedReport } from '#lib/server/review/lock-report.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** As many of the latest changes as somebody reads who looked a while ago. */
const LATEST = 3;

/** What has happened to a report since somebody looked, as the refusal of what they decided. */
export async function reportChanged(tx: Tx, { id, status }: LockedReport): Promise<Problem> {
  const changes = await queryJson<ReportChange>(
    tx,
    Prisma.sql`
    SELECT c.what, n.given_name || ' ' || n.family_name AS by, c.at FROM (
      SELECT 'taken' AS what, r.taken_by_person_id AS person_id, r.taken_at AS at FROM report r WHERE r.id = ${id}::uuid AND r.taken_at IS NOT NULL
      UNION ALL SELECT d.decision, d.decided_by_person_id, d.decided_at FROM review_decision d WHERE d.report_id = ${id}::uuid
      UNION ALL SELECT 'reopened', o.reopened_by_person_id, o.reopened_at FROM report_reopening o WHERE o.report_id = ${id}::uuid
      UNION ALL SELECT 'replied', NULL, a.replied_at FROM review_reply a WHERE a.report_id = ${id}::uuid
      UNION ALL SELECT 'replied', a.replied_by_person_id, a.replied_at FROM review_reply a WHERE a.report_id = ${id}::uuid
      UNION ALL SELECT 'found', NULL, max(f.found_at) FROM check_finding f WHERE f.report_id = ${id}::uuid HAVING max(f.found_at) IS NOT NULL
      UNION ALL SELECT 'replaced', NULL, s.submitted_at FROM report s WHERE s.supersedes_id = ${id}::uuid
    ) c LEFT JOIN person n ON n.id = c.person_id ORDER BY c.at DESC LIMIT ${LATEST}`,
  );
  return reportHasChanged(status, changes);
}
