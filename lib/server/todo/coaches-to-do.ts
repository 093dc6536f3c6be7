import type { LeftCoaches } from '#lib/domain/todo/todo.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';

/** Coaches who are not any longer and have participants within reach left. One item, or none. */
export async function listLeftCoaches(tx: Tx, scope: TodoScope): Promise<readonly LeftCoaches[]> {
  const { today } = scope;
  const left = await tx.$queryRaw<{ name: string; count: number }[]>`
    SELECT n.given_name || ' ' || n.family_name AS name, count(*)::int AS count
    FROM placement p JOIN person n ON n.id = p.coach_person_id
    WHERE ${inScope(scope)} AND coalesce(p."end", p."to") > ${today}::date
      AND NOT app.is_coach(p.coach_person_id, p.provider_id, ${today}::date)
    GROUP BY n.id, n.given_name, n.family_name ORDER BY n.family_name, n.given_name`;
  if (left.length === 0) return [];
  return [
    {
      kind: 'leftCoaches',
      count: left.reduce((sum, { count }) => sum + count, 0),
      names: left.map(({ name }) => name),
    },
  ];
}
