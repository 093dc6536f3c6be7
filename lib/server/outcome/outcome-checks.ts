import { employerFindings, type KnownEmployers } from '#lib/domain/outcome/employer-findings.ts';
import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import type { OutcomeFinding } from '#lib/domain/outcome/outcome-finding.ts';
import type { JudgedFinding } from '#lib/domain/outcome/outcome-page.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** What the checks find in an outcome about the placement, whichever way it comes in. */
export async function checkOutcome(
  tx: Tx,
  placementId: string,
  content: OutcomeContent,
): Promise<readonly OutcomeFinding[]> {
  const [row] = await tx.$queryRaw<{ known: KnownEmployers | null }[]>`
    SELECT app.known_employers(${placementId}::uuid) AS known`;
  if (row?.known == null) throw new Error('An outcome is checked by who sees its placement');
  return employerFindings(content, row.known);
}

/** What was found in a version of an outcome when it came in, with what whoever decided on it last said of that. */
export async function outcomeFindings(tx: Tx, outcomeId: string): Promise<readonly JudgedFinding[]> {
  return await queryJson<JudgedFinding>(
    tx,
    Prisma.sql`SELECT f.code, f.severity, f.facts,
        (SELECT v.upheld FROM outcome_finding_verdict v JOIN outcome_decision d ON d.id = v.decision_id
          WHERE v.outcome_id = f.outcome_id AND v.code = f.code ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS upheld
      FROM outcome_finding f WHERE f.outcome_id = ${outcomeId}::uuid ORDER BY f.code DESC`,
  );
}
