import type { OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import type { CorrectionStatus } from '#lib/domain/report/correct-report.ts';
import { type CaseChange, correctionHasChanged, outcomeHasChanged } from '#lib/domain/review/case-changes.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** As many of the latest changes as somebody reads who looked a while ago. */
const LATEST = 3;

/** The latest of what has happened: who has taken the case, and rows of `what`, `person_id` and `at`. */
async function latestChanges(
  tx: Tx,
  { kind, id }: { readonly kind: 'correction' | 'outcome'; readonly id: string },
  happened: Prisma.Sql,
): Promise<readonly CaseChange[]> {
  return await queryJson<CaseChange>(
    tx,
    Prisma.sql`
    SELECT c.what, n.given_name || ' ' || n.family_name AS by, c.at FROM (
      SELECT 'taken' AS what, t.person_id, t.taken_at AS at FROM review_taking t WHERE t.kind = ${kind} AND t.subject_id = ${id}::uuid
      UNION ALL ${happened}
    ) c LEFT JOIN person n ON n.id = c.person_id ORDER BY c.at DESC LIMIT ${LATEST}`,
  );
}

/** What has happened to a correction since somebody looked, as the refusal of what they decided. */
export async function correctionChanged(
  tx: Tx,
  { id, status }: { readonly id: string; readonly status: CorrectionStatus },
): Promise<Problem> {
  const decided = Prisma.sql`SELECT CASE c.status WHEN 'approved' THEN 'approve' ELSE 'reject' END, c.decided_by_person_id, c.decided_at
    FROM report_correction c WHERE c.id = ${id}::uuid AND c.status IN ('approved', 'rejected')`;
  return correctionHasChanged(status, await latestChanges(tx, { kind: 'correction', id }, decided));
}

/** The same of an outcome. */
export async function outcomeChanged(
  tx: Tx,
  { id, status }: { readonly id: string; readonly status: OutcomeStatus },
): Promise<Problem> {
  const happened = Prisma.sql`SELECT d.decision, d.decided_by_person_id, d.decided_at FROM outcome_decision d WHERE d.outcome_id = ${id}::uuid
    UNION ALL SELECT 'replaced', NULL, o.submitted_at FROM outcome o WHERE o.supersedes_id = ${id}::uuid`;
  return outcomeHasChanged(status, await latestChanges(tx, { kind: 'outcome', id }, happened));
}
