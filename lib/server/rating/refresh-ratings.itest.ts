import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { loadRatings } from '#lib/server/rating/load-ratings.ts';
import { refreshRatings } from '#lib/server/rating/refresh-ratings.ts';
import { type BuiltOffice, buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-05-12');
let fresh: TestDatabase;
let owner: Database;
let app: Database;
let worker: Database;
let busy: BuiltOffice;
let small: BuiltOffice;
let other: BuiltOffice;
let recent: BuiltOffice;

async function office(from = '2020-01-01'): Promise<BuiltOffice> {
  const provider = await buildProvider(owner);
  return await buildOffice(owner, {
    provider,
    contract: await buildContract(owner, { provider, from }),
  });
}

/** So many who began on a day, of whom the first few got work four months later that lasts and is verified. */
async function begin(at: BuiltOffice, count: number, withWork: number, from = '2025-01-13'): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) {
    const placement = await buildPlacement(owner, { office: at, from });
    if (nth < withWork) {
      await buildOutcome(owner, { placement, from: '2025-05-12', verifiedThrough: '2025-12-01' });
    }
  }
}

beforeAll(async () => {
  fresh = await createTestDatabase();
  owner = openDatabase(fresh.ownerUrl, 2);
  app = openDatabase(fresh.appUrl, 2);
  worker = openDatabase(fresh.workerUrl, 2);
  await buildReferenceData(owner);
  [busy, small, other, recent] = [await office(), await office(), await office(), await office('2025-06-01')];
  await begin(busy, 20, 8);
  await begin(small, 17, 17);
  await begin(other, 18, 2);
  await begin(recent, 18, 18, '2025-06-02');
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
  await fresh.drop();
});

async function ratingOf({ contract }: BuiltOffice) {
  await refreshRatings(worker, today);
  return (await loadRatings(app, [contract.id], today)).get(contract.id);
}

describe('what is counted at night', () => {
  test('is nothing before the first night', async () => {
    const { id } = busy.contract;
    expect([...(await loadRatings(app, [id], today)).values()]).toEqual([
      { kind: 'none', because: 'notMeasured' },
    ]);
  });

  test('is everybody who began in the window, and the work that has lasted', async () => {
    expect(await ratingOf(busy)).toMatchObject({ kind: 'rated', stars: 4, participants: 20, reached: null });
    // What is counted is eight; so few are not published.
    expect(await owner.contractResult.findFirst({ where: { contractId: busy.contract.id } })).toMatchObject({
      reached: 8,
    });
    // All of them began after 12 November 2024.
    expect(await ratingOf(busy)).toMatchObject({ preliminary: 20 });
    expect(await ratingOf(small)).toEqual({ kind: 'none', because: 'tooFewStarters' });
    expect(await ratingOf(recent)).toEqual({ kind: 'none', because: 'contractTooNew' });
  });

  test('counts a participant with protected identity, and nobody who never had a day or began outside the window', async () => {
    const participant = await buildParticipant(owner, { protected: true });
    await buildPlacement(owner, { office: small, participant, from: '2025-01-13' });
    await buildPlacement(owner, { office: busy, from: '2025-11-03' });
    await buildPlacement(owner, { office: busy, from: '2023-10-31' });
    await buildPlacement(owner, {
      office: busy,
      from: '2025-02-03',
      end: '2025-02-03',
      endReason: 'switch',
    });
    expect(await ratingOf(busy)).toMatchObject({ participants: 20 });
    expect(await ratingOf(small)).toMatchObject({ kind: 'rated', participants: 18, reached: 17, stars: 4 });
    expect(await ratingOf(busy)).toMatchObject({ stars: 3, betterThanTenths: 5 });
  });

  test('is one participant still who came back to the same contract', async () => {
    const participant = await buildParticipant(owner);
    await buildPlacement(owner, {
      office: busy,
      participant,
      from: '2024-02-05',
      end: '2024-03-04',
    });
    const second = await buildPlacement(owner, { office: busy, participant, from: '2025-02-03' });
    await buildOutcome(owner, {
      placement: second,
      from: '2025-05-12',
      verifiedThrough: '2025-12-01',
    });
    expect(await ratingOf(busy)).toMatchObject({ participants: 21, reached: null, preliminary: 20 });
  });

  test('is what anybody may read and nobody but the worker write', async () => {
    await expect(app.$executeRaw`DELETE FROM contract_result`).rejects.toThrow(/permission denied/);
    await expect(app.$executeRaw`UPDATE contract_result SET stars = 4`).rejects.toThrow(/permission denied/);
    const kept = await app.$queryRaw<{ stars: number | null; reached: number | null }[]>`
      SELECT stars, reached FROM contract_result WHERE because IS NOT NULL`;
    expect(kept).toEqual([{ stars: null, reached: null }]);
  });
});
