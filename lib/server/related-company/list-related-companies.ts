import type { ShownRelatedCompany } from '#lib/domain/related-company/related-company.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** The companies that are or were related to a provider, those that still are first. */
export const listRelatedCompanies = defineQuery<
  { readonly providerId: string },
  readonly ShownRelatedCompany[]
>({
  name: 'relatedCompany.list',
  mandates: ['agreementAdmin', 'reviewer', 'auditor'],
  purpose: 'Företag närstående en leverantör',
  run: (tx, { providerId }) => relatedCompanies(tx, providerId),
  reads: () => null,
});

export async function relatedCompanies(tx: Tx, providerId: string): Promise<readonly ShownRelatedCompany[]> {
  return await queryJson<ShownRelatedCompany>(
    tx,
    Prisma.sql`SELECT c.id, c.org_no AS "orgNo", c.name, c.source, c."from", c."to"
        FROM related_company c WHERE c.provider_id = ${providerId}::uuid
        ORDER BY c."to" IS NOT NULL, c.name COLLATE "sv-x-icu", c."from", c.id`,
  );
}
