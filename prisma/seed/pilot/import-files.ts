import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { now } from '#lib/server/clock.ts';
import { defaultErrorsFile } from '#lib/server/import/import-faults.ts';
import type { ImportOutcome, ImportRun } from '#lib/server/import/import-run.ts';
import { importPlacements } from '#lib/server/import/placements/import-placements.ts';
import { importProviders } from '#lib/server/import/providers/import-providers.ts';
import { dataFile } from '#prisma/seed/data-file.ts';
import type { SeedRun } from '#prisma/seed/seed-run.ts';
import { importReports } from '#lib/server/import/reports/import-reports.ts';

const FILES = [
  ['providers', importProviders],
  ['placements', importPlacements],
  ['reports', importReports],
] as const;

/** The pilot's three files, through the same import as any others. */
export async function importPilotFiles(run: Pick<SeedRun, 'ownerUrl' | 'portalSecret'>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pilot-'));
  try {
    for (const [name, importFile] of FILES) {
      const file = await unpacked(name, folder);
      const outcome = await importFile(importRun(run, file));
      assertWhole(name, outcome);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function unpacked(name: string, folder: string): Promise<string> {
  const file = path.join(folder, `${name}.csv`);
  const packed = createReadStream(dataFile(`pilot/${name}.csv.gz`));
  await pipeline(packed, createGunzip(), createWriteStream(file));
  return file;
}

function importRun(
  { ownerUrl, portalSecret }: Pick<SeedRun, 'ownerUrl' | 'portalSecret'>,
  file: string,
): ImportRun {
  return {
    file,
    ownerUrl,
    portalSecret,
    now: now(),
    dryRun: false,
    allOrNothing: false,
    approve: true,
    errorsFile: defaultErrorsFile(file),
    progress: () => undefined,
  };
}

function assertWhole(name: string, { rows, failed }: ImportOutcome): void {
  if (failed > 0) throw new Error(`${failed} of ${rows} rows of the pilot's ${name} were refused`);
}
