import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import type { Database } from '#lib/server/db/client.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

export const TEST_AREA = 'Blekinge';

/** What every placement rests on: an agreement version, the terms, a delivery area. Once for each test database. */
export async function buildReferenceData(owner: Database): Promise<{ agreementVersionId: string }> {
  await owner.agreementVersion.create({
    data: { id: krom.id, name: krom.name, document: krom, publishedAt: new Date('2020-01-01T00:00:00Z') },
  });
  await owner.termsVersion.create({
    data: { id: 'terms-example-1', validFrom: toUtcDate(plainDate('2020-01-01')), document: terms },
  });
  await buildDeliveryArea(owner, TEST_AREA);
  return { agreementVersionId: krom.id };
}

export async function buildDeliveryArea(owner: Database, id: string): Promise<string> {
  await owner.deliveryArea.create({
    data: { id, municipalities: { create: [{ id: `${id}s kommun` }] } },
  });
  return id;
}
