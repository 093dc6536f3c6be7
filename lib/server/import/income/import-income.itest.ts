import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withCheckDigit } from '#lib/domain/placement/identity-number.ts';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { importIncome } from '#lib/server/import/income/import-income.ts';
import {
  createImportFixture,
  type ImportFixture,
  PORTAL_SECRET,
} from '#lib/server/import/testing/import-fixture.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';

const EMPLOYER = '5599458022';
const PERSON = `19${withCheckDigit('900101238')}`;
const now = new Date('2026-07-10T10:00:00Z');

let fixture: ImportFixture;
let owner: Database;
let outcomeId: string;
beforeAll(async () => {
  fixture = await createImportFixture();
  owner = openDatabase(fixture.ownerUrl, 2);
  const placement = await buildPlacement(owner, { office: await buildOffice(owner) });
  await owner.personIdentity.upsert({
    where: { personId: placement.participant.person.id },
    create: {
      personId: placement.participant.person.id,
      identityHash: new Uint8Array(identityHash(PERSON, PORTAL_SECRET)),
      identityNumber: PERSON,
    },
    update: { identityHash: new Uint8Array(identityHash(PERSON, PORTAL_SECRET)), identityNumber: PERSON },
  });
  const spells = [
    { from: '2026-03-16', to: '2026-06-01', employerOrgNo: EMPLOYER, employerName: 'Bageriet' },
  ];
  outcomeId = await buildOutcome(owner, { placement, status: 'submitted', from: '2026-03-16', spells });
});
afterAll(async () => {
  await owner.$disconnect();
  await fixture.drop();
});

const row = (change: object = {}) => ({
  organisation_number: EMPLOYER,
  identity_number: PERSON,
  month: '2026-03',
  pay: '24500,50',
  ...change,
});
const ROWS = [
  row(),
  row({ month: '2026-04' }),
  row({ month: '2026-04', pay: '10' }),
  row({ month: '2026-05', pay: '0' }),
  row({ month: '2026-06' }),
  row({ organisation_number: '2021002114' }),
  row({ identity_number: `19${withCheckDigit('850707239')}` }),
];
const held = () => owner.evidence.findMany({ where: { source: 'income' }, orderBy: { from: 'asc' } });

it('a dry run says what would come, and stores nothing', async () => {
  const outcome = await fixture.load(importIncome, ROWS, { now, dryRun: true });
  expect(outcome).toMatchObject({ rows: 7, created: 2, unchanged: 1, failed: 0, unmatched: 4 });
  expect(await held()).toEqual([]);
});

it('a month that was paid for covers that month of the outcome, once', async () => {
  for (const expected of [
    { created: 2, unchanged: 1 },
    { created: 0, unchanged: 3 },
  ]) {
    expect(await fixture.load(importIncome, ROWS, { now })).toMatchObject({
      ...expected,
      failed: 0,
      unmatched: 4,
    });
  }
  expect(await held()).toMatchObject([
    { outcomeId, employerName: 'Bageriet', from: new Date('2026-03-01'), to: new Date('2026-04-01') },
    { outcomeId, employerName: 'Bageriet', from: new Date('2026-04-01'), to: new Date('2026-05-01') },
  ]);
});

it('wrong rows are named, in a file that only its owner reads; no number stands in the log', async () => {
  const wrong = [
    row({ organisation_number: '5599458021' }),
    row({ identity_number: '199013012384' }),
    row({ month: '2026-13' }),
    row({ month: '2026-07' }),
    row({ pay: 'mycket' }),
  ];
  const outcome = await fixture.load(importIncome, [...wrong, row()], { now });
  expect(outcome).toMatchObject({ rows: 6, failed: 5, unchanged: 1 });
  const errors = readFileSync(outcome.errorsFile, 'utf8');
  for (const code of ['checkDigit', 'notIdentityNumber', 'notMonth', 'monthNotOver', 'notPay'])
    expect(errors).toContain(code);
  expect(statSync(outcome.errorsFile).mode & 0o077).toBe(0);
  const log = await owner.auditEntry.findMany({ where: { action: 'evidence.loadIncome' } });
  expect(log.length).toBeGreaterThan(2);
  expect(
    JSON.stringify(log, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain(PERSON);
});

it('all or nothing is nothing where a row is wrong', async () => {
  const before = (await held()).length;
  const rows = [row({ month: '2026-05' }), row({ pay: '' })];
  expect(await fixture.load(importIncome, rows, { now, allOrNothing: true })).toMatchObject({
    created: 0,
    failed: 1,
  });
  expect(await held()).toHaveLength(before);
  const mended = await fixture.load(importIncome, rows.slice(0, 1), { now, allOrNothing: true });
  expect(mended).toMatchObject({ created: 1, failed: 0 });
  expect(existsSync(mended.errorsFile)).toBe(false);
});

it('a long file is taken in, batch by batch', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => row({ month: '2026-04', pay: String(n) }));
  expect(await fixture.load(importIncome, rows, { now })).toMatchObject({
    rows: 5000,
    created: 0,
    unchanged: 4999,
    unmatched: 1,
  });
});
