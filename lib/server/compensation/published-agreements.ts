import type { Database } from '#lib/server/db/client.ts';

/** A published agreement version: its document is checked where it is used. */
export type OpenAgreement = { readonly id: string; readonly name: string; readonly document: unknown };

/** The published agreement versions by name, which anybody may read. */
export async function publishedAgreements(
  db: Pick<Database, '$queryRaw'>,
): Promise<readonly OpenAgreement[]> {
  return await db.$queryRaw<OpenAgreement[]>`
    SELECT id, name, document FROM agreement_version WHERE published_at <= now() ORDER BY name COLLATE "sv-x-icu", id`;
}
