import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { percentile } from '#bench/lib/load.ts';
import { nationalActors } from '#bench/lib/national-actors.ts';
import { bareLookup, type NationalPage, nationalPages } from '#bench/lib/national-pages.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { fillNational } from '#prisma/seed/national/fill-national.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { runMain } from '#scripts/lib/run-main.ts';

/**
 * Milliseconds that the heaviest pages' readings take where the whole country stands in one database: 60 000 placements, 200
 * providers, 260 000 reports with their rows and logs. Each is asked as the portal asks it – same command wrapper, role, row-level security,
 * prepared statements – by whoever sees the most on it, one after another; the time is that of the whole reading, with what the
 * process itself does. Beside them one row by its key, as what asking costs at least. The first reading of each is told apart:
 * its statements are not prepared yet. `--quick` takes a tenth of the country.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const { scale, times } = values.quick ? { scale: 0.1, times: 10 } : { scale: 1, times: 20 };
const SECRET = 'a secret that only this benchmark knows';
/** Reports of the month before have come in and wait for the draw. */
const TODAY = plainDate('2026-10-20');
const NOW = new Date(`${TODAY}T09:00:00Z`);

type Measured = {
  readonly page: string;
  readonly firstMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
};

await runMain(async () => {
  console.log(`national-pages: seed ${seed}, ${scale} of the country, each page ${times} times`);
  const server = await startTemporaryPostgres();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  try {
    await measureCountry(server.ownerUrl, dataDir);
  } finally {
    rmSync(dataDir, { recursive: true });
    await server.stop();
  }
});

async function measureCountry(ownerUrl: string, dataDir: string): Promise<void> {
  const { appUrl } = await prepareDatabase(ownerUrl, SECRET);
  const begin = performance.now();
  const say = (line: string): void =>
    console.log(`  ${Math.round((performance.now() - begin) / 1000)} s: ${line}`);
  await fillNational(
    { ownerUrl, name: 'national', today: TODAY, dataDir, portalSecret: SECRET, say },
    { scale, seed },
  );
  await withClient(ownerUrl, (client) => client.query('VACUUM ANALYZE'));
  const [owner, app] = [openDatabase(ownerUrl, 1), openDatabase(appUrl, 1)];
  try {
    const actors = await nationalActors(owner, TODAY);
    const bare = await measure(app, bareLookup(actors.participant.participantId, actors.reviewer));
    const pages: Measured[] = [];
    for (const page of nationalPages(actors, TODAY)) pages.push(await measure(app, page));
    const slowest = pages.toSorted((a, b) => b.p50Ms - a.p50Ms)[0];
    console.log(
      JSON.stringify({ name: 'national-pages', scale, pages, bare, slowest: slowest?.page ?? null, seed }),
    );
  } finally {
    await Promise.all([owner.$disconnect(), app.$disconnect()]);
  }
}

async function measure(app: Database, { page, read }: NationalPage): Promise<Measured> {
  const latencies: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const asked = performance.now();
    await read(app, NOW);
    latencies.push(performance.now() - asked);
  }
  const [first = 0, ...rest] = latencies;
  const measured = {
    page,
    firstMs: rounded(first),
    p50Ms: rounded(percentile(rest, 50)),
    p95Ms: rounded(percentile(rest, 95)),
  };
  console.log(
    `  ${page}: ${measured.p50Ms} ms, 95 % within ${measured.p95Ms} ms, first ${measured.firstMs} ms`,
  );
  return measured;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
