import { estimate } from '#lib/domain/sampling/estimate.ts';
import type { ReadStratum, SamplePage } from '#lib/domain/sampling/sample-view.ts';
import type { SamplePageInput } from '#lib/schemas/sampling.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { readCycles, readStrata } from '#lib/server/sampling/read-cycles.ts';

/** A cycle: what its sample says of all and of each provider, and the strata of one of them. */
export const readSample = defineQuery<SamplePageInput, SamplePage>({
  name: 'sample.read',
  mandates: ['reviewer', 'auditor'],
  purpose: 'Stickprov av automatiska godkännanden',
  run: async (tx, { cycleId, provider }, { today }) => {
    const [cycle] = await readCycles(tx, Prisma.sql`WHERE c.id = ${cycleId}::uuid`);
    if (cycle === undefined) return null;
    const strata = await readStrata(tx, [cycleId], Prisma.sql`true`, today);
    const byProvider = Map.groupBy(strata, ({ providerId }) => providerId);
    const names = await providerNames(tx, [...byProvider.keys()]);
    const providers = [...byProvider].map(([providerId, own]) => ({
      providerId,
      name: names.get(providerId) ?? '',
      estimate: estimate(own),
    }));
    return {
      cycle: { ...cycle, estimate: cycle.state === 'open' ? null : estimate(strata) },
      providers: providers.toSorted(
        (a, b) => b.estimate.frameCount - a.estimate.frameCount || byName.compare(a.name, b.name),
      ),
      chosen: chosenOf(byProvider, names, provider),
    };
  },
  reads: () => null,
});

const byName = new Intl.Collator('sv');

function chosenOf(
  strata: ReadonlyMap<string, readonly ReadStratum[]>,
  names: ReadonlyMap<string, string>,
  providerId: string,
): SamplePage['chosen'] {
  const own = strata.get(providerId);
  return own === undefined ? null : { providerId, name: names.get(providerId) ?? '', strata: own };
}

async function providerNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.provider.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
