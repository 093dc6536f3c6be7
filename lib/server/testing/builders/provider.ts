import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { uniqueDigits } from '#lib/server/testing/builders/sequence.ts';

export type BuiltProvider = { readonly id: string; readonly orgNo: string; readonly name: string };

export async function buildProvider(
  owner: Database,
  given: { readonly name?: string } = {},
): Promise<BuiltProvider> {
  const id = newId();
  const orgNo = uniqueDigits(10);
  const name = given.name ?? `Leverantör ${orgNo}`;
  await owner.provider.create({ data: { id, orgNo, name } });
  return { id, orgNo, name };
}
