import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltProvider } from '#lib/server/testing/builders/provider.ts';
import { TEST_AREA } from '#lib/server/testing/builders/reference-data.ts';
import { uniqueDigits } from '#lib/server/testing/builders/sequence.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

export type BuiltContract = {
  readonly id: string;
  readonly kaNumber: string;
  readonly providerId: string;
  readonly deliveryAreaId: string;
};

type Given = {
  readonly provider: BuiltProvider;
  readonly deliveryAreaId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly openForChoice?: boolean;
  readonly capacity?: number;
  readonly languages?: readonly string[];
};

export async function buildContract(owner: Database, given: Given): Promise<BuiltContract> {
  const id = newId();
  const kaNumber = uniqueDigits(8);
  const providerId = given.provider.id;
  const deliveryAreaId = given.deliveryAreaId ?? TEST_AREA;
  await owner.contract.create({
    data: {
      id,
      kaNumber,
      providerId,
      deliveryAreaId,
      from: toUtcDate(plainDate(given.from ?? '2020-01-01')),
      to: given.to === undefined ? null : toUtcDate(plainDate(given.to)),
      openForChoice: given.openForChoice ?? true,
      capacity: given.capacity ?? 100,
      languages: [...(given.languages ?? ['sv', 'en'])],
    },
  });
  return { id, kaNumber, providerId, deliveryAreaId };
}
