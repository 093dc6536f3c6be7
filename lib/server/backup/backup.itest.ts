import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { chainEntries } from '#lib/server/audit/chain-entries.ts';
import { writeCheckpoint } from '#lib/server/audit/write-checkpoint.ts';
import { differences, readChecksums } from '#lib/server/backup/checksums.ts';
import { clusterOf } from '#lib/server/backup/cluster-of.ts';
import { type BackupSource, makeBackup } from '#lib/server/backup/make-backup.ts';
import { type RestoreWanted, restoreBackup } from '#lib/server/backup/restore-backup.ts';
import { type EmbeddedPostgres, startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { writeJsonFile } from '#lib/server/json-file.ts';

// A backup of a whole portal, restored where nothing is: what was there is there, guarded as before, and the log holds.

const SECRET = 'a secret that only this test knows, 32+';
const folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
const dataDir = path.join(folder, 'data');
const archive = path.join(folder, 'archive');
const backup = path.join(folder, 'backup');
let server: EmbeddedPostgres;
let source: BackupSource;

const inPortal = (url: string): string => url.replace(/postgres$/, 'portal');
const asSuperuser = <T>(at: EmbeddedPostgres, work: Parameters<typeof withClient<T>>[1]): Promise<T> =>
  withClient(inPortal(at.adminUrl), work);

async function note(text: string): Promise<void> {
  await asSuperuser(server, (client) =>
    client.query(
      "INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, participant_ids, detail) VALUES ('job', 'job:test', $1, 'done', '{}', '{}')",
      [text],
    ),
  );
}

beforeAll(async () => {
  chmodSync(folder, 0o711);
  server = await startPostgres(dataDir, 47_500, archive);
  await prepareDatabase(server.ownerUrl, SECRET);
  writeJsonFile(path.join(dataDir, 'start.json'), { portalSecret: SECRET, oidcClientSecret: 'x', ports: {} });
  await note('test.before');
  await asSuperuser(server, async (client) => {
    const sql = {
      query: (text: string, values?: unknown[]) => client.query<Record<string, unknown>>(text, values),
    };
    while ((await chainEntries(sql)) > 0);
    await writeCheckpoint(auditFolder(dataDir), sql, new Date());
  });
  const urls = { adminUrl: server.adminUrl, portalUrl: inPortal(server.adminUrl) };
  source = { dataDir, cluster: clusterOf(dataDir), ...urls, portalSecret: SECRET, atRest: true };
  await makeBackup(source, backup, new Date());
}, 120_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function wanted(given: Partial<RestoreWanted> = {}): RestoreWanted {
  const place = path.join(folder, crypto.randomUUID());
  return { from: backup, dataDir: place, walArchive: null, until: null, portalSecret: undefined, ...given };
}

/** What the tests change; all else of a copy is the same file as in the backup, which is neither read nor written anew. */
const OWN = ['backup.json', 'data/start.json', 'postgres/PG_VERSION'];

/** The backup with something else in it. */
function changed(change: (at: string) => void): string {
  const copy = path.join(folder, crypto.randomUUID());
  const done = spawnSync('cp', ['-al', backup, copy]);
  if (done.status !== 0) cpSync(backup, copy, { recursive: true });
  for (const name of OWN) {
    rmSync(path.join(copy, name));
    copyFileSync(path.join(backup, name), path.join(copy, name));
  }
  change(copy);
  return copy;
}

async function refused(given: Partial<RestoreWanted>, says: RegExp): Promise<void> {
  const restore = wanted(given);
  await expect(restoreBackup(restore)).rejects.toThrow(says);
  expect([restore.dataDir, `${restore.dataDir}.restoring`].filter((place) => existsSync(place))).toEqual([]);
}

test('what is restored has the same checksums, and starts', { timeout: 120_000 }, async () => {
  const restore = wanted();
  const { tables, links } = await restoreBackup(restore);
  expect(links).toBe(1);
  expect(tables).toBeGreaterThan(100);
  const again = await startPostgres(restore.dataDir, 47_600);
  try {
    const [before, after] = [
      await asSuperuser(server, readChecksums),
      await asSuperuser(again, readChecksums),
    ];
    expect(differences(before, after)).toEqual([]);
    // A checksum that sees nothing is worth nothing.
    await asSuperuser(again, (client) =>
      client.query(
        `ALTER TABLE report NO FORCE ROW LEVEL SECURITY; DELETE FROM portal_setting; INSERT INTO portal_setting (key, value) VALUES ('planted', '1')`,
      ),
    );
    expect(differences(before, await asSuperuser(again, readChecksums))).toEqual([
      'public.portal_setting',
      'row security',
    ]);
  } finally {
    await again.stop();
  }
  for (const name of ['start.json', 'postgres.json', 'audit/private-key.pem'])
    expect(statSync(path.join(restore.dataDir, name)).mode & 0o077).toBe(0);
  expect(readFileSync(path.join(restore.dataDir, 'audit/checkpoints.jsonl'))).toEqual(
    readFileSync(path.join(dataDir, 'audit/checkpoints.jsonl')),
  );
});

test('what came later is brought back to the instant asked for, no further', {
  timeout: 60_000,
}, async () => {
  await note('test.wanted');
  await pause(20);
  const until = new Date();
  await pause(20);
  await note('test.unwanted');
  const { rows } = await asSuperuser(server, (client) =>
    client.query<{ done: string }>('SELECT pg_walfile_name(pg_switch_wal()) AS done'),
  );
  await expect
    .poll(() => existsSync(path.join(archive, rows[0]?.done ?? '')), { timeout: 10_000 })
    .toBe(true);
  const restore = wanted({ walArchive: archive, until });
  await restoreBackup(restore);
  const again = await startPostgres(restore.dataDir, 47_600);
  const found = await asSuperuser(again, (client) =>
    client.query<{ action: string }>('SELECT action FROM audit_entry ORDER BY id'),
  );
  await again.stop();
  expect(found.rows.map(({ action }) => action)).toEqual(['test.before', 'test.wanted']);
  await refused(
    { walArchive: archive, until: new Date(Date.now() + 3_600_000) },
    /The log does not reach .*: its last change is of/,
  );
  await refused({ until: new Date(0) }, /The backup was begun at .*, after 1970/);
});

test('what cannot be restored is said, and leaves nothing behind', { timeout: 120_000 }, async () => {
  const used = wanted();
  mkdirSync(used.dataDir);
  writeFileSync(path.join(used.dataDir, 'mine'), '');
  await expect(restoreBackup(used)).rejects.toThrow(/is not empty/);
  await expect(makeBackup(source, used.dataDir, new Date())).rejects.toThrow(/is not empty/);
  expect(existsSync(path.join(used.dataDir, 'mine'))).toBe(true);

  await refused({ from: changed((at) => rmSync(path.join(at, 'backup.json'))) }, /no finished backup/);
  await refused(
    { from: changed((at) => writeFileSync(path.join(at, 'backup.json'), '{"content":')) },
    /cannot be read/,
  );
  await refused(
    { from: changed((at) => edit(path.join(at, 'backup.json'), '"format": 1', '"format": 2')) },
    /cannot be read: it is damaged, or of another version/,
  );
  await refused(
    { from: changed((at) => edit(path.join(at, 'backup.json'), 'global/pg_control', 'global/pg_other')) },
    /was changed since/,
  );
  await refused(
    { from: changed((at) => rmSync(path.join(at, 'postgres/PG_VERSION'))) },
    /damaged: postgres\/PG_VERSION is missing/,
  );
  await refused(
    { from: changed((at) => writeFileSync(path.join(at, 'postgres/PG_VERSION'), '')) },
    /PG_VERSION is not as long/,
  );
  await refused(
    { from: changed((at) => writeFileSync(path.join(at, 'postgres/PG_VERSION'), '17\n')) },
    /PG_VERSION was changed/,
  );
  const stranger = changed((at) =>
    edit(path.join(at, 'data/start.json'), SECRET, SECRET.replace('only', 'else')),
  );
  await refused({ from: stranger }, /belongs to another PORTAL_SECRET/);
  await refused({ portalSecret: SECRET.replace('only', 'else') }, /belongs to another PORTAL_SECRET/);
});

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}
