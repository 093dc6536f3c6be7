import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importRelatedCompanies } from '#lib/server/import/related-companies/import-related-companies.ts';
import { createImportFixture, type ImportFixture } from '#lib/server/import/testing/import-fixture.ts';

const PROVIDER = '5599000014';
const COMPANY = '5590000005';
let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await createImportFixture();
  await fixture.query(
    `INSERT INTO provider (id, name, org_no) VALUES (gen_random_uuid(), 'Tallmo', '${PROVIDER}')`,
  );
});
afterAll(() => fixture.drop());

const row = (change: object = {}) => ({
  provider_org_no: PROVIDER,
  org_no: COMPANY,
  name: 'Systerbolaget AB',
  source: 'Årsredovisning 2020',
  from: '2020-01-01',
  to: '',
  ...change,
});
const held = () =>
  fixture.query(`SELECT org_no, "from"::text, "to"::text, registered_by_person_id AS by, ended_by_person_id AS ended
    FROM related_company ORDER BY org_no, "from"`);
const OPEN = { org_no: COMPANY, from: '2020-01-01', to: null, by: null, ended: null };

it('a dry run says what would come, and stores nothing', async () => {
  expect(await fixture.load(importRelatedCompanies, [row()], { dryRun: true })).toMatchObject({
    created: 1,
    failed: 0,
  });
  expect(await held()).toEqual([]);
});

it('a company comes once, whoever sends the file again, and nobody is said to have written it', async () => {
  expect(await fixture.load(importRelatedCompanies, [row()])).toMatchObject({
    created: 1,
    unchanged: 0,
    failed: 0,
  });
  expect(await fixture.load(importRelatedCompanies, [row()])).toMatchObject({
    created: 0,
    unchanged: 1,
    failed: 0,
  });
  expect(await held()).toEqual([OPEN]);
});

it('wrong rows are named, and all or nothing is nothing', async () => {
  const wrong = [
    row({ provider_org_no: '5599000022' }),
    row({ org_no: '5590000006' }),
    row({ org_no: PROVIDER }),
    row({ from: '2020-06-01' }),
    row({ from: '2099-01-01' }),
    row({ to: '2019-01-01' }),
    row({ source: '' }),
  ];
  const other = row({ org_no: '2021002114' });
  const outcome = await fixture.load(importRelatedCompanies, [...wrong, other], { allOrNothing: true });
  expect(outcome).toMatchObject({ rows: 8, created: 0, failed: 7 });
  const errors = readFileSync(outcome.errorsFile, 'utf8');
  for (const code of [
    'providerUnknown',
    'checkDigit',
    'ownOrgNo',
    'overlaps',
    'fromAhead',
    'endOutside',
    'required',
  ])
    expect(errors).toContain(code);
  expect(await held()).toEqual([OPEN]);
});

it('a last day ends a company, once; it is not taken up again but from a new day', async () => {
  const ended = row({ to: '2021-03-01' });
  expect(await fixture.load(importRelatedCompanies, [ended])).toMatchObject({ changed: 1, failed: 0 });
  expect(await fixture.load(importRelatedCompanies, [ended])).toMatchObject({ unchanged: 1, failed: 0 });
  expect(await fixture.load(importRelatedCompanies, [row()])).toMatchObject({ failed: 1 });
  expect(await fixture.load(importRelatedCompanies, [row({ from: '2021-04-01' })])).toMatchObject({
    created: 1,
    failed: 0,
  });
  expect(await held()).toEqual([
    { ...OPEN, to: '2021-03-01' },
    { ...OPEN, from: '2021-04-01' },
  ]);
  const [logged] = await fixture.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'relatedCompany.load' AND subject_type = 'provider'`,
  );
  expect(logged?.n).toBe(3);
});
