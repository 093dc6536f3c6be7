import type { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** Rows in the query's own order as one text: Prisma goes through values one by one, and lists have many. */
export async function queryJson<Row>(tx: Tx, query: Prisma.Sql): Promise<readonly Row[]> {
  const [answer] = await tx.$queryRaw<{ json: string }[]>`
    SELECT coalesce(json_agg(answer), '[]')::text AS json FROM (${query}) answer`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as with any query, its columns are its caller's to know
  return JSON.parse(answer?.json ?? '[]') as readonly Row[];
}

/** Rows of two queries in one way to the database; each is planned as it would be alone. */
export async function queryBothJson<First, Second>(
  tx: Tx,
  first: Prisma.Sql,
  second: Prisma.Sql,
): Promise<readonly [readonly First[], readonly Second[]]> {
  const [answer] = await tx.$queryRaw<{ first: string; second: string }[]>`
    SELECT (SELECT coalesce(json_agg(answer), '[]')::text FROM (${first}) answer) AS first,
      (SELECT coalesce(json_agg(answer), '[]')::text FROM (${second}) answer) AS second`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as with any query, their columns are their caller's to know
  return [
    JSON.parse(answer?.first ?? '[]') as readonly First[],
    JSON.parse(answer?.second ?? '[]') as readonly Second[],
  ];
}
