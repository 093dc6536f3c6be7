import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureOverhead } from '#bench/lib/walls/overhead.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { markPlayedDays } from '#lib/server/db/played-days.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { listEntryPoints } from '#lib/server/testing/walls/entry-points.ts';
import type { Walls } from '#lib/server/testing/walls/try-cell.ts';
import { tryMatrix } from '#lib/server/testing/walls/try-matrix.ts';
import { buildWallsWorld, type Cluster } from '#lib/server/testing/walls/walls-world.ts';
import { fillNational } from '#prisma/seed/national/fill-national.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { runMain } from '#scripts/lib/run-main.ts';

/**
 * The authorisation matrix: every command and query, found in the code, as everybody – all roles, systems by their scopes, an employer,
 * a code on paper, a job, nobody – asking for rows of each relation, in a database whose every row is marked with whose it is. Tried three
 * times: with both walls; with the application's mandates and guards answered by yes; with row-level security that lets all
 * through. A leak is a row read or written that the rule of `may-see.ts` gives to others. Then what row-level security
 * costs the heaviest pages. `--quick` tries every tenth cell and a smaller country.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const { every, scale, times } = values.quick
  ? { every: 11, scale: 0.1, times: 10 }
  : { every: 1, scale: 0.5, times: 20 };
const SECRET = 'a secret that only this benchmark knows';
const TODAY = plainDate('2026-10-20');
const MOST_PERCENT = 15;

await runMain(async () => {
  process.env['PORTAL_SECRET'] ??= SECRET;
  const cells = await tryWalls();
  const overhead = await measureCountry();
  const slower = overhead.filter(({ percent }) => percent > MOST_PERCENT).map(({ page }) => page);
  console.log(JSON.stringify({ name: 'walls', ...cells, overhead, slower, seed }));
  if (cells.leaks > 0 || cells.unknownFields > 0) process.exitCode = 1;
});

async function tryWalls() {
  const server = await startTemporaryPostgres();
  try {
    const roles = await prepareDatabase(server.ownerUrl, SECRET);
    await markPlayedDays(server.ownerUrl);
    const template = new URL(server.ownerUrl).pathname.slice(1);
    return await tryIn({ ...roles, adminUrl: server.adminUrl, ownerUrl: server.ownerUrl, template });
  } finally {
    await server.stop();
  }
}

async function tryIn(cluster: Cluster) {
  const entryPoints = await listEntryPoints();
  const useCases = entryPoints.filter((entry) => entry.kind === 'command' || entry.kind === 'query');
  const world = await buildWallsWorld(cluster);
  try {
    const modes: Record<string, unknown> = {};
    let [cells, leaks, unknownFields] = [0, 0, 0];
    for (const walls of ['both', 'rowsAlone', 'applicationAlone'] as const satisfies readonly Walls[]) {
      const tried = await tryMatrix(world, useCases, walls, { every });
      for (const leak of tried.leaks) console.log(`  leak: ${JSON.stringify(leak)}`);
      for (const [field, useCase] of tried.unknownFields)
        console.log(`  no sample of ${field}, for ${useCase}`);
      console.log(
        `  ${walls}: ${tried.cells} cells, ${tried.leaks.length} leaks, ${JSON.stringify(tried.came)}, ${tried.reached.size} reach their own rows`,
      );
      modes[walls] = {
        cells: tried.cells,
        leaks: tried.leaks.length,
        ...tried.came,
        reached: tried.reached.size,
      };
      cells += tried.cells;
      leaks += tried.leaks.length;
      unknownFields += tried.unknownFields.size;
    }
    const count = (kind: string): number => entryPoints.filter((entry) => entry.kind === kind).length;
    const found = {
      pages: count('page'),
      routes: count('route'),
      commands: count('command'),
      queries: count('query'),
      jobs: count('job'),
    };
    return { found, cells, leaks, unknownFields, unplanted: world.planted.failed.length, modes };
  } finally {
    await world.close();
  }
}

async function measureCountry() {
  const server = await startTemporaryPostgres();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  try {
    const { appUrl } = await prepareDatabase(server.ownerUrl, SECRET);
    await fillNational(
      {
        ownerUrl: server.ownerUrl,
        name: 'national',
        today: TODAY,
        dataDir,
        portalSecret: SECRET,
        say: (line) => console.log(`  ${line}`),
      },
      { scale, seed },
    );
    await withClient(server.ownerUrl, (client) => client.query('VACUUM ANALYZE'));
    const overhead = await measureOverhead({ ownerUrl: server.ownerUrl, appUrl, today: TODAY, times });
    for (const { page, withRowsMs, withoutRowsMs, percent } of overhead)
      console.log(`  ${page}: ${withRowsMs} ms, without ${withoutRowsMs} ms, ${percent} %`);
    return overhead;
  } finally {
    rmSync(dataDir, { recursive: true });
    await server.stop();
  }
}
