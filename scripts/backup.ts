import path from 'node:path';
import { parseArgs } from 'node:util';
import { clusterOf } from '#lib/server/backup/cluster-of.ts';
import { makeBackup } from '#lib/server/backup/make-backup.ts';
import { now } from '#lib/server/clock.ts';
import { readSettings } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';
import { holderOf } from '#scripts/start/data-folder.ts';

// `npm run backup -- --to DIR`: database, keys, checkpoints and all else of the data folder, while the portal runs or stands still.

await runMain(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  if (values.to === undefined)
    throw new OperatorFault('Where to? npm run backup -- --to DIR (a new folder).');
  const to = path.resolve(process.env['INIT_CWD'] ?? '', values.to);
  const settings = readSettings(process.env);
  const { PORTAL_DATA_DIR: dataDir, DATABASE_URL } = settings;
  if (DATABASE_URL !== undefined) {
    throw new OperatorFault(
      `The database of DATABASE_URL is backed up by its own tools (pg_basebackup and an archive of its log, or the provider’s), the folder ${dataDir} by copying it before. docs/operations.md says how.`,
    );
  }
  const cluster = clusterOf(dataDir);
  const atRest = holderOf(dataDir) === undefined;
  const made = await withOwnerDatabase(settings, async ({ ownerUrl, portalSecret }) => {
    const source = { dataDir, cluster, ...superuserUrls(ownerUrl), portalSecret, atRest };
    return await makeBackup(source, to, now());
  });
  const bytes = made.files.reduce((sum, { size }) => sum + size, 0);
  console.log(`${made.files.length} files, ${Math.round(bytes / 1024 / 1024)} MB, in ${to}.`);
  console.log(
    atRest
      ? 'The portal stood still: a restore is held against the checksums of every table.'
      : 'The portal was running: what was written meanwhile belongs to the backup as far as it was committed.',
  );
});

/** The embedded server's superuser has the owner's password. */
function superuserUrls(ownerUrl: string): { adminUrl: string; portalUrl: string } {
  const portal = new URL(ownerUrl);
  portal.username = 'postgres';
  const admin = new URL(portal);
  admin.pathname = '/postgres';
  return { adminUrl: admin.href, portalUrl: portal.href };
}
