import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildDeliveryArea, buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { createTestDatabase } from '#lib/server/testing/test-database.ts';

/** The night after the last day to choose, Tuesday 19 May 2026. */
export const NIGHT = new Date('2026-05-20T01:20:00+02:00');
const OVERDUE = { arrivedOn: '2026-05-11', chooseBy: '2026-05-19' };

/** Assigning on a database of its own, as the worker's role. */
export async function openAssigning() {
  const testDatabase = await createTestDatabase();
  const owner = openDatabase(testDatabase.ownerUrl, 2);
  const app = openDatabase(testDatabase.appUrl);
  const worker = openDatabase(testDatabase.workerUrl, 4);
  await buildReferenceData(owner);
  let areas = 0;
  return {
    owner,
    app,
    worker,
    /** An area of its own, so that tests do not fill each other's places. */
    newArea: async (): Promise<string> => {
      areas += 1;
      return await buildDeliveryArea(owner, `Område ${areas}`);
    },
    /** An office so many thousandths of a degree (about 111 m) north of the participants' home. */
    officeIn: async (
      deliveryAreaId: string,
      thousandths: number,
      contract: Omit<Parameters<typeof buildContract>[1], 'provider' | 'deliveryAreaId'> = {},
    ): Promise<BuiltOffice> => {
      const provider = await buildProvider(owner);
      return await buildOffice(owner, {
        provider,
        contract: await buildContract(owner, { provider, deliveryAreaId, ...contract }),
        lat: 56.16 + thousandths / 1000,
      });
    },
    /** Somebody who has not chosen in time, where nothing else is said. */
    waitingIn: (deliveryAreaId: string, given: Parameters<typeof buildUnplacedDecision>[1] = {}) =>
      buildUnplacedDecision(owner, { deliveryAreaId, ...OVERDUE, ...given }),
    placementOf: (decision: BuiltDecision) => placementOf(owner, decision),
    close: async () => {
      await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
      await testDatabase.drop();
    },
  };
}

export type Assigning = Awaited<ReturnType<typeof openAssigning>>;

async function placementOf(owner: Database, decision: BuiltDecision) {
  return await owner.placement.findFirst({
    where: { decisionId: decision.id },
    include: { servicePeriods: true, choices: { include: { reasoning: true } } },
  });
}
