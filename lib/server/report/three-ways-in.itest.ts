import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import { importReports } from '#lib/server/import/reports/import-reports.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A month of 50 participants, entered in each of the three ways for 50 participants of its own. */
const PARTICIPANTS = 50;
const month = monthOf('2026-03');
const now = new Date('2026-04-01T08:00:00Z');
/** Long enough before to be read. */
const whenRead = new Date('2026-04-01T07:45:00Z');

type Cells = Readonly<Record<string, string>>;

let world: World;
let signatory: ProviderActor;
let system: ClientActor;
let folder: string;
let files = 0;

beforeAll(async () => {
  world = await buildWorld();
  signatory = await world.staff('signatory');
  system = await buildApiClient(world.owner, { provider: world.office.provider, attestor: signatory });
  folder = await mkdtemp(path.join(tmpdir(), 'three-ways-'));
}, 60_000);
afterAll(() => world.close());

async function fifty(): Promise<readonly BuiltPlacement[]> {
  const placements: BuiltPlacement[] = [];
  for (let n = 0; n < PARTICIPANTS; n += 1) {
    const placement = await buildPlacement(world.owner, {
      office: world.office,
      level: n % 2 === 0 ? 'A' : 'C',
    });
    await buildPlan(world.owner, { placement });
    placements.push(placement);
  }
  return placements;
}

/** What the nth participant did: between one and six rows, in no particular order; every tenth took part in nothing. */
function monthOfNth(n: number): readonly Cells[] {
  const whole = { month, language_support: n % 4 === 0 ? 'ar' : '', job_suggestions: String(n % 3) };
  if (n % 10 === 9) return [{ ...whole, activity: 'none', form: '', minutes: '0', reason: 'sick' }];
  return Array.from({ length: 1 + (n % 6) }, (_, row) => {
    const activity = ACTIVITY_CODES[(n + row * 5) % ACTIVITY_CODES.length] ?? '';
    const form = activity === 'ownWork' && n % 2 === 0 ? '' : (ACTIVITY_FORMS[(n + row) % 3] ?? '');
    return { ...whole, activity, form, minutes: String(15 * (1 + ((n * 7 + row * 3) % 20))), reason: '' };
  });
}

function rowsOf(placement: BuiltPlacement | undefined, cells: readonly Cells[]): readonly Cells[] {
  return cells.map((row) => ({ implementation_reference: placement?.reference ?? '', ...row }));
}

async function byForm(
  placement: BuiltPlacement | undefined,
  cells: readonly Cells[],
): Promise<readonly FieldProblem[]> {
  const [first] = cells;
  const input = {
    placementId: placement?.id,
    month,
    version: 0,
    rows: cells.filter(({ activity }) => activity !== 'none'),
    languageSupport: first?.['language_support'],
    jobSuggestions: first?.['job_suggestions'],
    noActivityReason: first?.['reason'],
  };
  const saved = await world.run(saveMonthDraft, input, { actor: signatory, now });
  return saved.ok ? saved.value.problems : saved.error.problem.errors;
}

async function byApi(rows: readonly Cells[]): Promise<readonly FieldProblem[]> {
  const answer = await world.run(submitRows, { rows }, { actor: system, now });
  return answer.ok ? answer.value.errors : answer.error.problem.errors;
}

async function byFile(rows: readonly Cells[]): Promise<readonly FieldProblem[]> {
  files += 1;
  const file = path.join(folder, `${files}.csv`);
  const lines = rows.map((row) => REPORT_COLUMNS.map((column) => `"${row[column] ?? ''}"`).join(';'));
  await writeFile(file, `\uFEFF${[REPORT_COLUMNS.join(';'), ...lines].join('\r\n')}\r\n`);
  const errorsFile = `${file}.errors.csv`;
  const given = { dryRun: false, allOrNothing: false, approve: false, portalSecret: 'x'.repeat(32) };
  const outcome = await importReports({
    ...given,
    file,
    ownerUrl: world.ownerUrl,
    now,
    errorsFile,
    progress: () => undefined,
  });
  return outcome.failed === 0 ? [] : problemsIn(await readFile(errorsFile, 'utf8'));
}

/** The problems that a file of failing rows tells, one by one; what only says that a neighbour is wrong is left out. */
function problemsIn(csv: string): readonly FieldProblem[] {
  const rows: readonly Cells[] = parse(csv, { columns: true, bom: true, delimiter: ';' });
  return rows.flatMap((row) => {
    const [columns, codes, messages, fixes] = ['column', 'code', 'message', 'fix'].map(
      (name) => row[name]?.split(' | ') ?? [],
    );
    return (codes ?? []).flatMap((code, at) => {
      const column = columns?.[at] ?? '';
      const pointer = `/rows/${Number(row['row']) - 2}/${column}`;
      return code === 'reportLeftOut'
        ? []
        : [{ pointer, column, code, message: messages?.[at] ?? '', fix: fixes?.[at] ?? '' }];
    });
  });
}

const told = (problems: readonly FieldProblem[]) =>
  problems.map(({ pointer, code, message, fix }) => ({ pointer, code, message, fix }));

async function attest(placements: readonly BuiltPlacement[]): Promise<void> {
  const placementIds = placements.map(({ id }) => id);
  const shown = await world.read(
    attestPreview,
    { month, office: '', placementIds },
    { actor: signatory, now: whenRead },
  );
  if (!shown.ok || shown.value.contentHash === null) throw new Error('There is nothing to attest');
  const { contentHash, rows } = shown.value;
  const reports = rows.map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
  const { sessionId } = signatory;
  await buildStepUp(world.owner, { sessionId, purpose: 'attestReports', contentHash, at: now });
  const input = { month, reports, contentHash, onHonour: true };
  const result = await world.run(attestReports, input, { actor: signatory, now });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

/** What is stored, but for who sent it and under which ids. */
async function stored(placements: readonly BuiltPlacement[]): Promise<readonly unknown[]> {
  const reports = await world.owner.report.findMany({
    where: { placementId: { in: placements.map(({ id }) => id) } },
    include: { rows: { orderBy: { id: 'asc' } }, findings: { orderBy: { code: 'asc' } } },
  });
  return placements.map(({ id }) => {
    const report = reports.find(({ placementId }) => placementId === id);
    if (report === undefined) return null;
    const {
      status,
      number,
      languageSupport,
      jobSuggestions,
      noActivityReason,
      submittedOn,
      decideBy,
      amountOre,
      risk,
      holds,
    } = report;
    return {
      status,
      number,
      languageSupport,
      jobSuggestions,
      noActivityReason,
      submittedOn,
      decideBy,
      amountOre,
      risk,
      holds,
      rows: report.rows.map(({ activity, form, minutes }) => [activity, form, minutes]),
      findings: report.findings.map(({ code, severity, facts }) => [code, severity, facts]),
    };
  });
}

test('the same month of 50 participants leaves the same reports by form, by file and by API', async () => {
  const [forms, loaded, sent] = [await fifty(), await fifty(), await fifty()];
  for (const [n, placement] of forms.entries()) expect(await byForm(placement, monthOfNth(n))).toEqual([]);
  await attest(forms);
  expect(await byFile(loaded.flatMap((placement, n) => rowsOf(placement, monthOfNth(n))))).toEqual([]);
  expect(await byApi(sent.flatMap((placement, n) => rowsOf(placement, monthOfNth(n))))).toEqual([]);
  const reports = await stored(forms);
  expect(reports).not.toContain(null);
  expect(await stored(loaded)).toEqual(reports);
  expect(await stored(sent)).toEqual(reports);
}, 120_000);

/** What can be wrong in each of the ways, by what is changed in a good month. */
const WRONG: readonly (readonly [string, (rows: readonly Cells[]) => readonly Cells[]])[] = [
  ['minutes that are no quarters', onFirst({ minutes: '50' })],
  ['minutes with a sign', onFirst({ minutes: '-15' })],
  ['minutes with a decimal', onFirst({ minutes: '15,5' })],
  ['minutes with an exponent', onFirst({ minutes: '1e3' })],
  ['no minutes to speak of', onFirst({ minutes: '0' })],
  ['more minutes than a month has', onFirst({ minutes: '44655' })],
  ['an unknown activity', onFirst({ activity: 'meeting' })],
  ['no activity', onFirst({ activity: '' })],
  ['an unknown form', onFirst({ form: 'onsite' })],
  ['no form', onFirst({ form: '' })],
  ['several faults in one row', onFirst({ form: 'letter', minutes: '20' })],
  ['the same row twice', (rows) => [...rows, ...rows.slice(0, 1)]],
  ['a language that is none', onEach({ language_support: 'arabiska, lite' })],
  ['too many job suggestions', onEach({ job_suggestions: '1000' })],
  ['job suggestions in words', onEach({ job_suggestions: 'två' })],
  ['more support than can be', onFirst({ minutes: '14985' })],
];

function onFirst(change: Cells): (rows: readonly Cells[]) => readonly Cells[] {
  return ([first, ...others]) => [{ ...first, ...change }, ...others];
}
function onEach(change: Cells): (rows: readonly Cells[]) => readonly Cells[] {
  return (rows) => rows.map((row) => ({ ...row, ...change }));
}

describe('what is wrong is told alike by form, by file and by API', () => {
  const good: readonly Cells[] = [
    {
      month,
      activity: 'individualMeeting',
      form: 'onSite',
      minutes: '60',
      language_support: '',
      job_suggestions: '1',
      reason: '',
    },
    {
      month,
      activity: 'mapping',
      form: 'video',
      minutes: '45',
      language_support: '',
      job_suggestions: '1',
      reason: '',
    },
  ];

  test.each(WRONG)('%s', async (_, change) => {
    const placement = await buildPlacement(world.owner, { office: world.office });
    await buildPlan(world.owner, { placement });
    const cells = change(good);
    const rows = rowsOf(placement, cells);
    const form = told(await byForm(placement, cells));
    expect(form).not.toEqual([]);
    expect(told(await byApi(rows))).toEqual(form);
    expect(told(await byFile(rows))).toEqual(form);
    expect(await stored([placement])).toEqual([null]);
  });

  test('in a month of 50 where every third is wrong in its own way: the file and the API name the same rows', async () => {
    const [loaded, sent] = [await fifty(), await fifty()];
    const rows = (placements: readonly BuiltPlacement[]) =>
      placements.flatMap((placement, n) => {
        const [, change] = WRONG[Math.floor(n / 3) % WRONG.length] ?? [];
        return rowsOf(placement, n % 3 === 0 && change !== undefined ? change(good) : monthOfNth(n));
      });
    const errors = told(await byApi(rows(sent)));
    expect(errors.length).toBeGreaterThanOrEqual(WRONG.length);
    const byRow = (problems: typeof errors) =>
      problems.toSorted(
        (a, b) => a.pointer.localeCompare(b.pointer, 'sv', { numeric: true }) || (a.code < b.code ? -1 : 1),
      );
    expect(byRow(told(await byFile(rows(loaded))))).toEqual(byRow(errors));
    expect(await stored(loaded)).toEqual(await stored(sent));
  }, 120_000);

  test('a report that is there already, with other content', async () => {
    const placement = await buildPlacement(world.owner, { office: world.office });
    await buildPlan(world.owner, { placement });
    expect(await byApi(rowsOf(placement, good))).toEqual([]);
    const other = onFirst({ minutes: '75' })(good);
    const there = told(await byForm(placement, other));
    expect(there).toMatchObject([{ pointer: '/rows/0/month', code: 'DUPLICATE_REPORT' }]);
    expect(told(await byApi(rowsOf(placement, other)))).toEqual(there);
    expect(told(await byFile(rowsOf(placement, other)))).toEqual(there);
  });
});
