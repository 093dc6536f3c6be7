import type { PlanComment } from '#lib/domain/plan/plan-comment.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** Every comment on a placement's plan with what came of it, the latest first. */
export async function listPlanComments(tx: Tx, placementId: string): Promise<readonly PlanComment[]> {
  return await tx.$queryRaw<PlanComment[]>`
    SELECT c.id::text, n.number, c.activity::text, c.text,
      to_char(c.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "writtenAt",
      coalesce((SELECT json_agg(json_build_object('name', p.given_name || ' ' || p.family_name, 'text', r.text,
          'givenAt', to_char(r.given_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY r.given_at, r.id)
        FROM plan_comment_response r JOIN person p ON p.id = r.person_id WHERE r.comment_id = c.id), '[]') AS responses
    FROM plan n JOIN plan_comment c ON c.plan_id = n.id
    WHERE n.placement_id = ${placementId}::uuid ORDER BY c.written_at DESC, c.id DESC`;
}
