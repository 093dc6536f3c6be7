import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import type { ImportRun } from '#lib/server/import/import-run.ts';
import { importReports } from '#lib/server/import/reports/import-reports.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

const HEADER = 'implementation_reference,month,activity,form,minutes,language_support,job_suggestions,reason';
let test: TestDatabase;
let owner: Database;
let placements: readonly BuiltPlacement[];
let folder: string;
let files = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 4);
  await buildReferenceData(owner);
  const office = await buildOffice(owner, {
    contract: await buildContract(owner, { provider: await buildProvider(owner) }),
  });
  placements = await Promise.all(
    Array.from({ length: 6 }, () => buildPlacement(owner, { office, periods: 2 })),
  );
  folder = await mkdtemp(path.join(tmpdir(), 'reports-'));
});
afterAll(async () => {
  await owner.$disconnect();
  await test.drop();
});

const reference = (n: number, period = 0) => placements[n]?.references[period] ?? '';
const countOf = (n: number) => owner.report.count({ where: { placementId: placements[n]?.id ?? '' } });

async function load(rows: readonly string[], given: Partial<ImportRun> = {}, header = HEADER) {
  files += 1;
  const file = path.join(folder, `${files}.csv`);
  await writeFile(file, `${[header, ...rows].join('\n')}\n`);
  const run: ImportRun = {
    file,
    ownerUrl: test.ownerUrl,
    portalSecret: 'x'.repeat(32),
    now: new Date('2026-09-01T08:00:00Z'),
    dryRun: false,
    allOrNothing: false,
    approve: false,
    errorsFile: `${file}.errors.csv`,
    progress: () => undefined,
    ...given,
  };
  return { outcome: await importReports(run), errors: () => readFile(run.errorsFile, 'utf8') };
}

describe('reports come in by report', () => {
  it('takes the right ones, leaves a wrong one out whole, and names row, column, code and remedy', async () => {
    const { outcome, errors } = await load([
      `${reference(0)},2026-03,individualMeeting,onSite,60,,2,`,
      `${reference(0)},2026-03,mapping,video,30,,2,`,
      `${reference(1)},2026-03,individualMeeting,onSite,61,,0,`,
      `${reference(1)},2026-03,mapping,video,30,,0,`,
    ]);
    expect(outcome).toMatchObject({ rows: 4, created: 2, failed: 2 });
    expect(await countOf(0)).toBe(1);
    expect(await countOf(1)).toBe(0);
    const lines = (await errors()).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(',4,minutes,minutesStep,');
    expect(lines[2]).toContain(',5,,reportLeftOut,');
  });

  it('takes the mended file of failing rows as it is', async () => {
    const { errors } = await load([`${reference(2)},2026-03,individualMeeting,onSite,61,,0,`]);
    const [header = '', row = ''] = (await errors()).trim().split('\n');
    const { outcome } = await load([row.replace(',61,', ',60,')], {}, header);
    expect(outcome).toMatchObject({ created: 1, failed: 0 });
  });

  it('changes nothing the second time, and refuses other content for a report that is there', async () => {
    const row = `${reference(3)},2026-03,individualMeeting,onSite,60,,0,`;
    expect((await load([row])).outcome).toMatchObject({ created: 1 });
    expect((await load([row])).outcome).toMatchObject({ created: 0, unchanged: 1, failed: 0 });
    const { outcome, errors } = await load([row.replace(',60,', ',75,')]);
    expect(outcome).toMatchObject({ created: 0, failed: 1 });
    expect(await errors()).toContain('DUPLICATE_REPORT');
    expect(await countOf(3)).toBe(1);
  });

  it('puts rows under either reference of a placement into one report', async () => {
    const { outcome } = await load([
      `${reference(4, 0)},2026-07,individualMeeting,onSite,60,,0,`,
      `${reference(4, 1)},2026-07,mapping,video,30,,0,`,
    ]);
    expect(outcome).toMatchObject({ created: 2, failed: 0 });
    expect(await countOf(4)).toBe(1);
  });

  it('gives a placement without a plan one from what is reported, and widens it later, marked as derived', async () => {
    await load([`${reference(5)},2026-03,mapping,video,30,,0,`]);
    await load([`${reference(5)},2026-04,health,onSite,30,,0,`]);
    const plans = await owner.plan.findMany({
      where: { placementId: placements[5]?.id ?? '' },
      orderBy: { number: 'asc' },
      include: { activities: true },
    });
    expect(
      plans.map(({ derived, activities }) => [
        derived,
        activities.map(({ activity }) => activity).toSorted(),
      ]),
    ).toEqual([
      [true, ['individualMeeting', 'mapping', 'ownWork']],
      [true, ['health', 'individualMeeting', 'mapping', 'ownWork']],
    ]);
  });
});

const good = () => `${reference(0)},2026-05,individualMeeting,onSite,60,,0,`;
const bad = () => `${reference(1)},2026-13,individualMeeting,onSite,60,,0,`;

describe('the options of the load', () => {
  it('stores nothing in a dry run, and says the same', async () => {
    const { outcome } = await load([good(), bad()], { dryRun: true });
    expect(outcome).toMatchObject({ created: 1, failed: 1 });
    expect(await owner.report.count({ where: { month: new Date('2026-05-01') } })).toBe(0);
  });

  it('stores nothing at all when something is wrong and all or nothing was asked for', async () => {
    const { outcome } = await load([good(), bad()], { allOrNothing: true });
    expect(outcome).toMatchObject({ created: 0, failed: 1 });
    expect(await owner.report.count({ where: { month: new Date('2026-05-01') } })).toBe(0);
  });

  it('takes them as approved, on the day they came in', async () => {
    await load([`${good()},2026-06-08`], { approve: true }, `${HEADER},submitted_on`);
    const report = await owner.report.findFirstOrThrow({ where: { month: new Date('2026-05-01') } });
    expect([report.status, report.submittedOn.toISOString().slice(0, 10)]).toEqual([
      'approved',
      '2026-06-08',
    ]);
  });

  it('does not take a month that is not over', async () => {
    const { outcome, errors } = await load([good().replace('2026-05', '2026-09')]);
    expect(outcome).toMatchObject({ created: 0, failed: 1 });
    expect(await errors()).toContain('MONTH_OPEN');
  });

  it('reads semicolons, a byte-order mark and columns in any order', async () => {
    const { outcome } = await load(
      [`;0;;30;video;mapping;2026-06;${reference(0)};x`],
      {},
      '\uFEFFreason;job_suggestions;language_support;minutes;form;activity;month;implementation_reference;extra',
    );
    expect(outcome).toMatchObject({ created: 1, failed: 0, ignoredColumns: ['extra'] });
  });
});
