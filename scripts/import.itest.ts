import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#lib/server/db/with-client.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let database: TestDatabase;
const folder = mkdtempSync(path.join(tmpdir(), 'import-command-'));

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** The command as it is typed, in the folder where the files are. */
function runImport(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/import.ts', ...args], {
      env: {
        ...process.env,
        INIT_CWD: folder,
        DATABASE_URL: database.ownerUrl,
        PORTAL_DATA_DIR: path.join(folder, 'data'),
        PORTAL_SECRET: 'a secret that only tests know, 32+ characters',
      },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (bytes) => (out += String(bytes)));
    child.stderr.on('data', (bytes) => (err += String(bytes)));
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

const providers = `\uFEFFka_number;org_no;name;delivery_area;street;place;lat;lon;contract_from;contract_to;open_for_choice;capacity;languages;speciality;anteckning
10000001;5599000014;Tallmo Arbetsliv AB;Västerås;Påhittsgatan 14;Västerås;59.61057;16.54493;2020-09-01;;1;60;sv en;Lager;hej
1000002;5599000022;Björkängen AB;Västerås;Låtsasgatan 7;Västerås;59.6281;16.5607;2020-09-01;;1;45;sv;;
`;

describe('npm run import', { timeout: 60_000 }, () => {
  it('prepares an empty database, takes what is right, gives the rest back and ends with 1', async () => {
    writeFileSync(path.join(folder, 'providers.csv'), providers);
    const { code, out, err } = await runImport('providers', 'providers.csv');
    expect(out).toContain('Kolumner som inte användes: anteckning.');
    expect(out).toContain('2 rader: 1 nya, 0 ändrade, 0 oförändrade, 1 felaktiga.');
    expect(err).toContain('2 av 2 rader');
    expect(code).toBe(1);
    const errors = readFileSync(path.join(folder, 'providers.csv.errors.csv'), 'utf8');
    expect(errors).toContain('1000002;5599000022');
    expect(errors).toContain(';3;ka_number;notDigits;');
    const stored = await withClient(database.ownerUrl, (client) =>
      client.query('SELECT ka_number FROM contract'),
    );
    expect(stored.rows).toEqual([{ ka_number: '10000001' }]);
  });

  it('takes the file of errors when it is mended, and ends with 0', async () => {
    const errors = readFileSync(path.join(folder, 'providers.csv.errors.csv'), 'utf8');
    writeFileSync(path.join(folder, 'mended.csv'), errors.replace('\n1000002;', '\n10000002;'));
    const { code, out } = await runImport('providers', 'mended.csv');
    expect(out).toContain('1 rader: 1 nya');
    expect(code).toBe(0);
  });

  it('says that a file changed nothing', async () => {
    const { code, out } = await runImport('providers', 'mended.csv');
    expect(out).toContain('Filen ändrade ingenting.');
    expect(code).toBe(0);
  });

  it('says in a line what makes a file unusable', async () => {
    writeFileSync(path.join(folder, 'half.csv'), 'ka_number,name\n');
    const missing = await runImport('providers', 'nowhere.csv');
    const half = await runImport('providers', 'half.csv');
    expect([missing.code, half.code]).toEqual([1, 1]);
    expect(missing.err.trim()).toMatch(/^Filen \S+nowhere\.csv finns inte\.$/);
    expect(half.err.trim()).toMatch(/^Filen \S+half\.csv saknar kolumnerna org_no, delivery_area, /);
    expect(half.err).not.toContain('    at ');
  });
});
