import { ASKED_AHEAD_DAYS } from '#lib/domain/placement-decision/extend-placement.ts';
import type { MissingExtensions } from '#lib/domain/todo/todo.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstPeriodEnds } from '#lib/server/extension/first-period-ends.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/**
 * Those whose first period ends and for whom no basis for an extension is sent, together where theirs are due the same day or
 * were due before today: from 30 days before that day until the period is over.
 */
export async function listMissingExtensions(tx: Tx, scope: TodoScope): Promise<readonly MissingExtensions[]> {
  const { today, terms } = scope;
  const lead = terms.extensionLeadDays;
  const missing = await queryJson<Omit<MissingExtensions, 'kind'>>(
    tx,
    Prisma.sql`SELECT x.due AS "dueOn", count(*)::int AS count, (array_agg(x.id ORDER BY x.family, x.id))[1] AS "placementId",
        (array_agg(x.participant ORDER BY x.family, x.id))[1] AS "participantId", (array_agg(x.name ORDER BY x.family, x.id))[1] AS "participantName"
      FROM (SELECT greatest(p."to" - 1 - ${lead}::int, ${addDays(today, -1)}::date) AS due, p.id, q.id AS participant,
          n.family_name AS family, n.given_name || ' ' || n.family_name AS name
        FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
        WHERE ${lacksBasis(scope)}) x
      GROUP BY x.due ORDER BY x.due`,
  );
  return missing.map((extensions) => ({ kind: 'extension', ...extensions }));
}

/** The same placements as days and how many, each at its own last day also where that has gone by. */
export async function countMissingExtensions(
  tx: Tx,
  scope: TodoScope,
): Promise<readonly { readonly dueOn: PlainDate; readonly count: number }[]> {
  return await tx.$queryRaw`
    SELECT (p."to" - 1 - ${scope.terms.extensionLeadDays}::int)::text AS "dueOn", count(*)::int AS count
    FROM placement p WHERE ${lacksBasis(scope)} GROUP BY 1 ORDER BY 1`;
}

/** Placements `p` of the scope whose first period ends, and for which no basis is sent and nothing is decided. */
function lacksBasis(scope: TodoScope): Prisma.Sql {
  const { today, terms } = scope;
  const ahead = terms.extensionLeadDays + ASKED_AHEAD_DAYS;
  return Prisma.sql`${inScope(scope)} AND ${firstPeriodEnds(today, addDays(today, ahead))}
    AND NOT EXISTS (SELECT 1 FROM document d WHERE d.placement_id = p.id AND d.kind = 'extension'
      AND d.status NOT IN ('superseded', 'withdrawn'))
    AND NOT EXISTS (SELECT 1 FROM placement_decision d WHERE d.placement_id = p.id AND d.kind = 'noExtension')`;
}
