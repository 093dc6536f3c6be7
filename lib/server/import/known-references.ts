import type { Database } from '#lib/server/db/client.ts';
import { ask, defineQuery } from '#lib/server/command/query.ts';
import type { KnownReferences } from '#lib/server/import/placements/placement-row.ts';

const listReferences = defineQuery<null, KnownReferences>({
  name: 'references.list',
  mandates: ['authority-load'],
  purpose: 'Inläsning av filer',
  run: async (tx) => {
    const agreements = await tx.agreementVersion.findMany({ select: { id: true } });
    const areas = await tx.deliveryArea.findMany({ select: { id: true } });
    const contracts = await tx.contract.findMany({ select: { kaNumber: true, deliveryAreaId: true } });
    return {
      agreements: new Set(agreements.map(({ id }) => id)),
      deliveryAreas: new Set(areas.map(({ id }) => id)),
      contracts: new Map(contracts.map(({ kaNumber, deliveryAreaId }) => [kaNumber, deliveryAreaId])),
    };
  },
  reads: () => null,
});

/** What rows of a file may refer to, as the portal knows it now. */
export async function knownReferences(database: Database, now: Date): Promise<KnownReferences> {
  const listed = await ask(listReferences, null, { database, actor: { kind: 'authority-load' }, now });
  if (listed.ok) return listed.value;
  throw new Error(`The references could not be read: ${listed.error.code}`);
}
