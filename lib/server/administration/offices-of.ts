import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** A provider's offices by name. */
export async function officesOf(tx: Tx, providerId: string): Promise<readonly KnownOffice[]> {
  return await tx.$queryRaw<KnownOffice[]>`
    SELECT id::text, name FROM office WHERE provider_id = ${providerId}::uuid ORDER BY name COLLATE "sv-x-icu", id`;
}
