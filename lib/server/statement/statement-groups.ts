import { compareLineGroups, parseLineGroupId } from '#lib/domain/statement/line-group.ts';
import type { LineGroup, VatShare } from '#lib/domain/statement/statement-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';

/** The id of a line's group, as the domain writes it, of `statement_line l`. A correction has no quantity. */
export const GROUP_ID = Prisma.sql`(l.component || CASE WHEN l.component = 'basePay' THEN '.' || substr(l.key, 6, 7) ELSE '' END
  || CASE WHEN l.quantity IS NULL THEN '.correction' ELSE '' END)`;

type RawGroup = {
  readonly id: string;
  readonly lines: bigint;
  readonly participants: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly c: bigint;
  readonly quantity: bigint | null;
  readonly inDays: boolean;
  readonly amountOre: bigint;
};

/** The groups of a statement's lines with their sums, in the order they are read. */
export async function listGroups(tx: Tx, statementId: string): Promise<readonly LineGroup[]> {
  const rows = await tx.$queryRaw<RawGroup[]>`
    SELECT g.id, count(*) AS lines, count(DISTINCT g.placement_id) AS participants,
      count(DISTINCT g.placement_id) FILTER (WHERE g.level = 'A') AS a, count(DISTINCT g.placement_id) FILTER (WHERE g.level = 'B') AS b,
      count(DISTINCT g.placement_id) FILTER (WHERE g.level = 'C') AS c, CASE WHEN bool_or(g.days) = bool_and(g.days) THEN sum(g.quantity) END AS quantity,
      bool_and(g.days) AS "inDays", sum(g.amount_ore)::bigint AS "amountOre"
    FROM (
      SELECT ${GROUP_ID} AS id, l.placement_id, l.quantity, l.amount_ore, i.facts -> 'placement' ->> 'level' AS level,
        (l.component = 'basePay' OR (l.component = 'speedBonus' AND l.unit_ore IS NULL)) AS days
      FROM statement_line l JOIN statement_input i ON i.statement_id = l.statement_id AND i.placement_id = l.placement_id
      WHERE l.statement_id = ${statementId}::uuid
    ) g GROUP BY g.id`;
  return rows
    .flatMap((row) => {
      const key = parseLineGroupId(row.id);
      return key === null ? [] : [groupOf(key, row)];
    })
    .toSorted(compareLineGroups);
}

function groupOf(key: NonNullable<ReturnType<typeof parseLineGroupId>>, row: RawGroup): LineGroup {
  return {
    ...key,
    id: row.id,
    lines: Number(row.lines),
    participants: Number(row.participants),
    levels: { A: Number(row.a), B: Number(row.b), C: Number(row.c) },
    quantity: row.quantity === null ? null : Number(row.quantity),
    inDays: row.inDays,
    amountOre: ore(Number(row.amountOre)),
  };
}

const MOST_LINES = 50;
const FEW_LINES = 5;

/** The groups whose lines a page shows: the one asked for, else all if they are few, else those that are small. */
export function shownGroups(groups: readonly LineGroup[], asked: string | null): readonly string[] {
  if (asked !== null && groups.some(({ id }) => id === asked)) return [asked];
  const total = groups.reduce((sum, { lines }) => sum + lines, 0);
  if (total <= MOST_LINES) return groups.map(({ id }) => id);
  const shown: string[] = [];
  let lines = 0;
  for (const group of groups) {
    if (group.lines > FEW_LINES || lines + group.lines > MOST_LINES) continue;
    shown.push(group.id);
    lines += group.lines;
  }
  return shown;
}

/** What the lines come to for each VAT rate. */
export async function listVatShares(tx: Tx, statementId: string): Promise<readonly VatShare[]> {
  const rows = await tx.$queryRaw<{ vatPermille: number; netOre: bigint }[]>`
    SELECT (a.document ->> 'vatPermille')::integer AS "vatPermille", sum(l.amount_ore)::bigint AS "netOre"
    FROM statement_line l
    JOIN statement_input i ON i.statement_id = l.statement_id AND i.placement_id = l.placement_id
    JOIN agreement_version a ON a.id = i.agreement_version_id
    WHERE l.statement_id = ${statementId}::uuid GROUP BY 1 ORDER BY 1`;
  return rows.map(({ vatPermille, netOre }) => ({ vatPermille, netOre: ore(Number(netOre)) }));
}
