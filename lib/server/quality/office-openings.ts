import type { OpeningSpan } from '#lib/domain/quality/opening.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type OpenOffice = {
  readonly officeId: string;
  readonly name: string;
  readonly spans: readonly OpeningSpan[];
};

/** A provider's offices, those in scope, with their opening hours, in the order of their names. */
export async function listOpenings(
  tx: Tx,
  providerId: string,
  scope: 'all' | readonly string[],
): Promise<readonly OpenOffice[]> {
  const inScope = scope === 'all' ? Prisma.sql`true` : Prisma.sql`o.id = ANY (${[...scope]}::uuid[])`;
  return await queryJson<OpenOffice>(
    tx,
    Prisma.sql`
    SELECT o.id AS "officeId", o.name, coalesce(s.spans, '[]') AS spans FROM office o
      LEFT JOIN LATERAL (SELECT json_agg(json_build_object('weekday', weekday, 'from', from_minute, 'to', to_minute)
        ORDER BY weekday, from_minute) AS spans FROM office_opening WHERE office_id = o.id) s ON true
    WHERE o.provider_id = ${providerId}::uuid AND ${inScope} ORDER BY o.name COLLATE "sv-x-icu", o.id`,
  );
}
