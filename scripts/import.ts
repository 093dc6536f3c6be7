import { now } from '#lib/server/clock.ts';
import { readSettings } from '#lib/server/env.ts';
import type { ImportOutcome, ImportRun } from '#lib/server/import/import-run.ts';
import { importIncome } from '#lib/server/import/income/import-income.ts';
import { importPlacements } from '#lib/server/import/placements/import-placements.ts';
import { importProviders } from '#lib/server/import/providers/import-providers.ts';
import { importRelatedCompanies } from '#lib/server/import/related-companies/import-related-companies.ts';
import { importReports } from '#lib/server/import/reports/import-reports.ts';
import { type ImportOptions, readOptions } from '#scripts/import/options.ts';
import { progressTo, summary } from '#scripts/import/say.ts';
import { withImportTarget } from '#scripts/import/target.ts';
import { runMain } from '#scripts/lib/run-main.ts';

// `npm run import -- providers|placements|reports|income|related-companies FILE`: the authority's own load of files.

function importOf(what: ImportOptions['what']): (run: ImportRun) => Promise<ImportOutcome> {
  switch (what) {
    case 'providers':
      return importProviders;
    case 'placements':
      return importPlacements;
    case 'reports':
      return importReports;
    case 'income':
      return importIncome;
    case 'related-companies':
      return importRelatedCompanies;
  }
}

await runMain(async () => {
  const options = readOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const progress = progressTo(process.stderr);
  const outcome = await withImportTarget(readSettings(process.env), async (target) => {
    const run: ImportRun = { ...options, ...target, now: now(), progress: progress.say };
    return importOf(options.what)(run);
  }).finally(progress.end);
  for (const line of summary(options, outcome)) console.log(line);
  if (outcome.failed > 0) process.exitCode = 1;
});
