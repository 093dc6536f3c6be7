import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Compared, compareFindings, leastOf } from '#bench/lib/compare-findings.ts';
import {
  batchFindings,
  documentFindings,
  outcomeFindings,
  reportFindings,
} from '#bench/lib/national-findings.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { markPlayedDays } from '#lib/server/db/played-days.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { refreshHistory } from '#lib/server/report/refresh-history.ts';
import { routeMonth } from '#lib/server/sampling/route-month.ts';
import { seedNational } from '#prisma/seed/national/seed-national.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { runMain } from '#scripts/lib/run-main.ts';

/**
 * The automatic checks against what the national seed planted: the worker's own job checks and routes a month of reports that nobody has
 * checked, and what it found is held against the list that the generator kept to itself. Seconds are those of checking and
 * routing; batches, outcomes and texts are checked beside, by what checks them when they come in. More than 20 000 reports; `--quick` takes a
 * tenth of them. A code whose check finds nothing stands with a recall of 0: nothing here knows how the checks work.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const scale = values.quick ? 0.06 : 0.55;
const SECRET = 'a secret that only this benchmark knows';
const MONTH = month('2026-09');
/** Ten days after the last day of reporting: late ones have come in. */
const TODAY = plainDate('2026-10-20');
const MIB = 1024 * 1024;

await runMain(async () => {
  console.log(`checks: seed ${seed}, ${scale} of the country`);
  const server = await startTemporaryPostgres();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  try {
    await measure(server.ownerUrl, dataDir);
  } finally {
    rmSync(dataDir, { recursive: true });
    await server.stop();
  }
});

async function measure(ownerUrl: string, dataDir: string): Promise<void> {
  const { appUrl, workerUrl } = await prepareDatabase(ownerUrl, SECRET);
  await markPlayedDays(ownerUrl);
  const begin = performance.now();
  const list = await seedNational(
    { ownerUrl, today: TODAY, dataDir, portalSecret: SECRET },
    { seed, scale, say: (line) => console.log(`  ${secondsSince(begin)} s: ${line}`) },
  );
  const [owner, app, worker] = [
    openDatabase(ownerUrl, 2),
    openDatabase(appUrl, 2),
    openDatabase(workerUrl, 2),
  ];
  try {
    // What is usual is worked out each night, before anybody sends.
    await refreshHistory(worker, MONTH);
    const job = await measured(() => routeMonth(worker, { month: MONTH, today: TODAY, recheck: 'all' }));
    const { checked } = job.value;
    console.log(`${checked} reports checked and routed in ${job.seconds} s, ${job.peakMiB} MiB`);
    const found = [
      ...(await reportFindings(owner, MONTH)),
      ...(await batchFindings(owner, MONTH)),
      ...(await outcomeFindings(owner, app)),
      ...(await documentFindings(owner, TODAY)),
    ];
    const perCheck = compareFindings(list, found);
    for (const [code, compared] of perCheck) console.log(lineOf(code, compared));
    const faulty = new Set(
      list.flatMap((one) => (one.kind === 'fault' && one.subject === 'report' ? [one.id] : [])),
    );
    console.log(
      JSON.stringify({
        name: 'checks',
        reports: checked,
        faulty: faulty.size,
        seconds: job.seconds,
        peakMiB: job.peakMiB,
        perCheck: Object.fromEntries(perCheck),
        ...leasts([...perCheck.values()]),
        seed,
      }),
    );
  } finally {
    await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
  }
}

function leasts(all: readonly Compared[]) {
  const recalls = (severity: Compared['severity']): readonly (number | null)[] =>
    all.flatMap((one) => (one.severity === severity ? [one.recall] : []));
  return {
    holdRecallMin: leastOf(recalls('hold')),
    flagRecallMin: leastOf(recalls('flag')),
    precisionMin: leastOf(all.map(({ precision }) => precision)),
  };
}

function lineOf(code: string, { severity, planted, found, falseAlarms, ...rest }: Compared): string {
  const missed = Object.entries(rest.missed).map(([way, count]) => `${count} ${way}`);
  const near = rest.nearMisses === 0 ? '' : `, ${rest.nearMissesFound} of ${rest.nearMisses} near misses`;
  return `${code} (${severity}): ${found} of ${planted}, ${falseAlarms} false alarms${near}${missed.length === 0 ? '' : `; missed ${missed.join(', ')}`}`;
}

async function measured<T>(
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly seconds: number; readonly peakMiB: number }> {
  let peak = process.memoryUsage.rss();
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const begin = performance.now();
  try {
    const value = await run();
    return { value, seconds: secondsSince(begin), peakMiB: Math.round(peak / MIB) };
  } finally {
    clearInterval(sampling);
  }
}

function secondsSince(begin: number): number {
  return Math.round((performance.now() - begin) / 100) / 10;
}
