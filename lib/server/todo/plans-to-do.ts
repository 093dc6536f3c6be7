import type { PlansToRedo, UnreadComments } from '#lib/domain/todo/todo.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { planToRedo } from '#lib/server/plan/plan-to-redo.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/**
 * Those whose second period asks for a new plan, together where their plans are due the same day or
 * were due before today.
 */
export async function listPlansToRedo(tx: Tx, scope: TodoScope): Promise<readonly PlansToRedo[]> {
  const { today, terms } = scope;
  const redo = await tx.$queryRaw<Omit<PlansToRedo, 'kind'>[]>`
    SELECT x.due::text AS "dueOn", count(*)::int AS count, (array_agg(x.id ORDER BY x.family, x.id))[1]::text AS "placementId",
      (array_agg(x.participant ORDER BY x.family, x.id))[1]::text AS "participantId",
      (array_agg(x.name ORDER BY x.family, x.id))[1] AS "participantName"
    FROM (SELECT greatest(s."from" + ${terms.planDays}::int, ${addDays(today, -1)}::date) AS due, p.id, q.id AS participant,
        n.family_name AS family, n.given_name || ' ' || n.family_name AS name
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
        JOIN service_period s ON s.placement_id = p.id AND s.number = 2
      WHERE ${inScope(scope)} AND p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date
        AND ${planToRedo(today)}) x
    GROUP BY x.due ORDER BY x.due`;
  return redo.map((plans) => ({ kind: 'planRedo', ...plans }));
}

/** What participants have said about their plans, that nobody has read; one item for each of them, the longest waiting first. */
export async function listUnreadComments(tx: Tx, scope: TodoScope): Promise<readonly UnreadComments[]> {
  const unread = await tx.$queryRaw<Omit<UnreadComments, 'kind'>[]>`
    SELECT p.id::text AS "placementId", q.id::text AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
      count(*)::int AS count, to_char(min(c.written_at) AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS "writtenOn"
    FROM plan_comment c JOIN plan l ON l.id = c.plan_id JOIN placement p ON p.id = l.placement_id
      JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
    WHERE ${inScope(scope)} AND NOT EXISTS (SELECT 1 FROM plan_comment_response r WHERE r.comment_id = c.id)
    GROUP BY p.id, q.id, n.id ORDER BY min(c.written_at), p.id`;
  return unread.map((comments) => ({ kind: 'planComment', ...comments }));
}
