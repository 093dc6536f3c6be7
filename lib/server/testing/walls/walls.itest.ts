import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { holdsMandate } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { listUseCases, type UseCase } from '#lib/server/testing/walls/entry-points.ts';
import { holdingNames } from '#lib/server/testing/walls/marks.ts';
import { tryMatrix } from '#lib/server/testing/walls/try-matrix.ts';
import { mandatesOf } from '#lib/server/testing/walls/try-cell.ts';
import { buildWallsWorld, type Trying, type WallsWorld } from '#lib/server/testing/walls/walls-world.ts';

/** Of all cells of the matrix so many are tried here; all of them by the benchmark. A prime, so that every actor and relation has its turn. */
const EVERY = 97;

let world: WallsWorld;
let useCases: readonly UseCase[];

beforeAll(async () => {
  world = await buildWallsWorld(inject('testCluster'));
  useCases = await listUseCases();
}, 120_000);

afterAll(async () => {
  await world.close();
});

describe('The marked world', () => {
  test('has a row of every table for everybody whose it can be', () => {
    expect(world.planted.failed).toEqual([]);
    expect(holdingNames).toHaveLength(5);
  });
});

describe('Each wall keeps everybody to their own', () => {
  test('with both, and every field that is asked for is led to a row', async () => {
    const asking = new Map<UseCase, string>();
    // As the first who may: what is asked of an input hardly depends on who gives it.
    const held = (useCase: UseCase, { who, actor }: Trying, asked: string): boolean => {
      if (asked !== 'own' || !holdsMandate(actor, mandatesOf(useCase))) return false;
      if (!asking.has(useCase)) asking.set(useCase, who);
      return asking.get(useCase) === who;
    };
    const { leaks, unknownFields, reached } = await tryMatrix(world, useCases, 'both', {
      part: held,
    });
    expect(leaks).toEqual([]);
    expect(Object.fromEntries(unknownFields)).toEqual({});
    expect(reached.size).toBeGreaterThan(150);
  }, 120_000);

  test.each(['rowsAlone', 'applicationAlone'] as const)(
    'with %s, the other answered by yes',
    async (walls) => {
      const { cells, leaks, came } = await tryMatrix(world, useCases, walls, { every: EVERY });
      expect(leaks).toEqual([]);
      expect(cells).toBeGreaterThan(300);
      expect(came.answered).toBeGreaterThan(0);
    },
    120_000,
  );
});

/** Row-level security alone had held these once. */
const MENDED =
  /^(?:evidence\.(?:show|open)|invitation\.re|statement\.changes|planShare\.close|assistance\.show|paperCode\.showForm|complaint\.list|correction\.(?:show|export)|dispute\.show|outcome\.(?:decide|withdraw)|report\.(?:review|take)$|review\.(?:decided|take)$)/;

test('What row-level security alone once held, the application holds by itself', async () => {
  const mended = useCases.filter(({ name }) => MENDED.test(name));
  expect(mended.length).toBeGreaterThan(14);
  expect((await tryMatrix(world, mended, 'applicationAlone')).leaks).toEqual([]);
}, 120_000);

describe('A hole in a wall is found', () => {
  const nosy: UseCase = {
    kind: 'query',
    name: 'walls.nosy',
    file: '',
    query: defineQuery<unknown, unknown>({
      name: 'walls.nosy',
      mandates: ['coach'],
      purpose: 'Försök',
      run: async (tx) => await tx.$queryRaw`SELECT id::text FROM document_draft`,
      reads: () => null,
    }),
  };

  test('a query without a condition of its own leaks where row-level security lets all through', async () => {
    expect((await tryMatrix(world, [nosy], 'both')).leaks).toEqual([]);
    const { leaks } = await tryMatrix(world, [nosy], 'applicationAlone');
    expect(new Set(leaks.map(({ whose }) => whose))).toEqual(
      new Set(['otherOffice', 'otherOrganisation', 'protected']),
    );
  });

  test('a policy that lets all through leaks where the application says yes', async () => {
    await withClient(world.ownerUrl, (client) =>
      client.query('CREATE POLICY walls_hole ON document_draft FOR SELECT TO portal_app USING (true)'),
    );
    const { leaks } = await tryMatrix(world, [nosy], 'rowsAlone');
    await withClient(world.ownerUrl, (client) => client.query('DROP POLICY walls_hole ON document_draft'));
    expect(leaks.map(({ who }) => who)).toContain('signedOut');
    expect(leaks.every(({ table, did }) => table === 'document_draft' && did === 'read')).toBe(true);
  });
});
