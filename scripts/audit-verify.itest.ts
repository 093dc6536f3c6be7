import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainEntries } from '#lib/server/audit/chain-entries.ts';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { writeCheckpoint } from '#lib/server/audit/write-checkpoint.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

type Run = { readonly status: number; readonly said: string };

const SETTINGS_OF_NOTHING = { DATABASE_URL: '', PORTAL_DATA_DIR: '', RUN_PARENT: '' };

function auditVerify(env: Readonly<Record<string, string>>): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/audit-verify.ts'],
      // Nothing of the tests' own settings.
      { env: { ...process.env, ...SETTINGS_OF_NOTHING, ...env } },
      (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    );
  });
}

let database: TestDatabase;
let owner: Client;
let dataDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'audit-verify-'));
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    "INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, participant_ids) SELECT 'job', 'job:test', 'test.' || n, 'done', '{}' FROM generate_series(1, 130) n",
  );
  await chainEntries(owner);
  await writeCheckpoint(auditFolder(dataDir), owner, new Date());
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  await rm(dataDir, { recursive: true });
});

const here = () => ({ DATABASE_URL: database.ownerUrl, PORTAL_DATA_DIR: dataDir });

describe('npm run audit:verify', () => {
  it('says that a chain nobody has touched is whole', async () => {
    const { status, said } = await auditVerify(here());
    expect(said).toContain('130 links, 1 signed checkpoints');
    expect(said).toContain('The chain is whole.');
    expect(status).toBe(0);
  });

  it('says where the chain breaks, and ends with 1', async () => {
    await owner.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await owner.query("UPDATE audit_entry SET outcome = 'refused' WHERE action = 'test.42'");
    const { status, said } = await auditVerify(here());
    expect(said).toMatch(/^link 42: .*\(hashDiffers\)$/m);
    expect(said).toContain('The chain does not hold. Faults: 1.');
    expect(status).toBe(1);
    await owner.query("UPDATE audit_entry SET outcome = 'done' WHERE action = 'test.42'");
    await owner.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    expect((await auditVerify(here())).status).toBe(0);
  });

  it('says in one line that there is no portal, or that its database does not answer', async () => {
    const nowhere = path.join(dataDir, 'nowhere');
    expect(await auditVerify({ PORTAL_DATA_DIR: nowhere })).toEqual({
      status: 2,
      said: `There is no portal in ${nowhere}. Set PORTAL_DATA_DIR to its data folder, or DATABASE_URL to its database.\n`,
    });
    const wrong = await auditVerify({ ...here(), DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
    expect(wrong.status).toBe(2);
    expect(wrong.said.trimEnd().split('\n')).toHaveLength(1);
  });
});
