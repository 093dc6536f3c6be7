import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildContract, type BuiltContract } from '#lib/server/testing/builders/contract.ts';
import { buildProvider, type BuiltProvider } from '#lib/server/testing/builders/provider.ts';

export type BuiltOffice = {
  readonly id: string;
  readonly name: string;
  readonly provider: BuiltProvider;
  readonly contract: BuiltContract;
};

type Given = {
  readonly provider?: BuiltProvider;
  readonly contract?: BuiltContract;
  readonly name?: string;
  readonly lat?: number;
  readonly lon?: number;
};

/** An office; provider and contract are made where they are not given. */
export async function buildOffice(owner: Database, given: Given = {}): Promise<BuiltOffice> {
  const provider = given.provider ?? (await buildProvider(owner));
  const contract = given.contract ?? (await buildContract(owner, { provider }));
  const id = newId();
  const name = given.name ?? `Kontoret ${contract.kaNumber}`;
  await owner.office.create({
    data: {
      id,
      name,
      providerId: provider.id,
      contractId: contract.id,
      street: 'Provgatan 1',
      place: 'Karlskrona',
      lat: given.lat ?? 56.16,
      lon: given.lon ?? 15.59,
    },
  });
  return { id, name, provider, contract };
}
