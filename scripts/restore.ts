import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '#lib/server/backup/restore-backup.ts';
import { readSettings } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { runMain } from '#scripts/lib/run-main.ts';

// `npm run restore -- --from DIR [--until INSTANT]`: into an empty data folder; checked as a whole before it is there.

const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

await runMain(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, until: { type: 'string' } } });
  if (values.from === undefined)
    throw new OperatorFault('From where? npm run restore -- --from DIR [--until 2026-03-02T14:05:00+01:00].');
  const settings = readSettings(process.env);
  if (settings.DATABASE_URL !== undefined) {
    throw new OperatorFault(
      'The database of DATABASE_URL is restored by its own tools; docs/operations.md says how. Without DATABASE_URL the embedded one is restored.',
    );
  }
  const until = values.until === undefined ? null : instantOf(values.until);
  const walArchive = settings.WAL_ARCHIVE_DIR ?? null;
  if (walArchive !== null && !existsSync(walArchive))
    throw new OperatorFault(`There is no folder ${walArchive} (WAL_ARCHIVE_DIR). Correct it.`);
  const { PORTAL_DATA_DIR: dataDir, PORTAL_SECRET: portalSecret } = settings;
  const from = path.resolve(process.env['INIT_CWD'] ?? '', values.from);
  const { tables, rows, links } = await restoreBackup({ from, dataDir, walArchive, until, portalSecret });
  console.log(`Restored to ${dataDir}: ${tables} tables with ${rows} rows.`);
  console.log(
    `Row-level security is in force, roles have no more than their rights, the log's ${links} links hold.`,
  );
  console.log(
    'Start it with npm start. Mail and webhooks that were sent after that instant may be sent again.',
  );
});

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (WITH_ZONE.test(text) && !Number.isNaN(instant.getTime())) return instant;
  throw new OperatorFault('--until is an instant with its time zone, as 2026-03-02T14:05:00+01:00.');
}
