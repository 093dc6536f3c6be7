import type { MissingCoaches, MissingPlans, Newcomer } from '#lib/domain/todo/todo.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** Somebody is new from when they are known until a week after their first day. */
const NEW_DAYS = 7;
const SHOWN_NEWCOMERS = 5;

/** Those whose service begins now, the next first, and how many they are. */
export async function findNewcomers(
  tx: Tx,
  scope: TodoScope,
): Promise<{ readonly newcomers: readonly Newcomer[]; readonly count: number }> {
  const rows = await tx.$queryRaw<(Newcomer & { readonly count: number })[]>`
    SELECT p.id::text AS "placementId", q.id::text AS "participantId", n.given_name || ' ' || n.family_name AS name, p.level::text,
      p."from"::text, p.choice::text, q.language, q.needs_language_support AS "needsLanguageSupport",
      p.coach_person_id IS NOT NULL AS "hasCoach", count(*) OVER ()::int AS count
    FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
    WHERE ${inScope(scope)} AND p."from" > ${addDays(scope.today, -NEW_DAYS)}::date AND coalesce(p."end", p."to") > ${scope.today}::date
    ORDER BY p.coach_person_id IS NOT NULL, p."from", n.family_name, p.id LIMIT ${SHOWN_NEWCOMERS}`;
  return { newcomers: rows, count: rows[0]?.count ?? 0 };
}

/** How many go on or are to come without a coach. One item, or none. */
export async function countMissingCoaches(tx: Tx, scope: TodoScope): Promise<readonly MissingCoaches[]> {
  const [missing] = await tx.$queryRaw<{ count: number; firstOn: PlainDate | null }[]>`
    SELECT count(*)::int AS count, min(p."from")::text AS "firstOn" FROM placement p
    WHERE ${inScope(scope)} AND p.coach_person_id IS NULL AND coalesce(p."end", p."to") > ${scope.today}::date`;
  if (missing === undefined || missing.firstOn === null) return [];
  return [{ kind: 'coaches', firstOn: missing.firstOn, count: missing.count }];
}

/** Those who have begun and have no joint plan, together where their plans are due the same day or were due before today. */
export async function listMissingPlans(tx: Tx, scope: TodoScope): Promise<readonly MissingPlans[]> {
  const { today, terms } = scope;
  const missing = await tx.$queryRaw<Omit<MissingPlans, 'kind'>[]>`
    SELECT x.due::text AS "dueOn", count(*)::int AS count, (array_agg(x.id ORDER BY x.family, x.id))[1]::text AS "placementId",
      (array_agg(x.participant ORDER BY x.family, x.id))[1]::text AS "participantId",
      (array_agg(x.name ORDER BY x.family, x.id))[1] AS "participantName"
    FROM (SELECT greatest(p."from" + ${terms.planDays}::int, ${addDays(today, -1)}::date) AS due, p.id, q.id AS participant,
        n.family_name AS family, n.given_name || ' ' || n.family_name AS name
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      WHERE ${inScope(scope)} AND p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date
        AND NOT EXISTS (SELECT 1 FROM plan x WHERE x.placement_id = p.id)) x
    GROUP BY x.due ORDER BY x.due`;
  return missing.map((plans) => ({ kind: 'plan', ...plans }));
}
