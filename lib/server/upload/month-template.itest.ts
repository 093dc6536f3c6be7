import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClientActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { cellAsText } from '#lib/domain/upload/sheet-cell.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { readFile } from '#lib/server/files/read-file.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildManyPlacements, type ManyPlacement } from '#lib/server/testing/builders/many-placements.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { answerOfUpload } from '#lib/server/upload/answer-of-upload.ts';
import { listUploads } from '#lib/server/upload/list-uploads.ts';
import { monthTemplate } from '#lib/server/upload/month-template.ts';
import { showUpload } from '#lib/server/upload/show-upload.ts';
import { templateCsv, templateXlsx } from '#lib/server/upload/template-file.ts';
import {
  csvBytes,
  type Fields,
  fieldsOf,
  uploadAndRead,
  xlsxBytes,
} from '#lib/server/upload/testing/upload-files.ts';
import { uploadProgress } from '#lib/server/upload/upload-progress.ts';
import { month as monthOf } from '#lib/shared/month.ts';

const now = new Date('2026-04-01T08:00:00Z');
/** Long enough before to be read. */
const whenRead = new Date('2026-04-01T07:45:00Z');
const month = monthOf('2026-03');
let world: World;
let worker: Database;
let signatory: ProviderActor;
let system: ClientActor;

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  signatory = await world.staff('signatory');
  system = await buildApiClient(world.owner, { provider: world.office.provider, attestor: signatory });
}, 60_000);
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

/** What the nth participant did: between one and six rows; every tenth took part in nothing. */
function monthOfNth(reference: string, n: number): readonly Fields[] {
  const whole = { language_support: n % 4 === 0 ? 'ar' : '', job_suggestions: n % 3 };
  if (n % 10 === 9)
    return [fieldsOf(reference, { ...whole, activity: 'none', form: '', minutes: 0, reason: 'sick' })];
  return Array.from({ length: 1 + (n % 6) }, (_, row) =>
    fieldsOf(reference, {
      ...whole,
      activity: ACTIVITY_CODES[(n + row * 5) % ACTIVITY_CODES.length] ?? '',
      form: ACTIVITY_FORMS[(n + row) % 3] ?? '',
      minutes: 15 * (1 + ((n * 7 + row * 3) % 20)),
    }),
  );
}

async function attest(placementIds: readonly string[]): Promise<void> {
  const shown = await world.read(
    attestPreview,
    { month, office: '', placementIds: [...placementIds] },
    { actor: signatory, now: whenRead },
  );
  if (!shown.ok || shown.value.contentHash === null) throw new Error('There is nothing to attest');
  const { contentHash, rows } = shown.value;
  const reports = rows.map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
  const { sessionId } = signatory;
  await buildStepUp(world.owner, { sessionId, purpose: 'attestReports', contentHash, at: now });
  const result = await world.run(
    attestReports,
    { month, reports, contentHash, onHonour: true },
    { actor: signatory, now },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

async function storedRows(placements: readonly ManyPlacement[]): Promise<readonly unknown[]> {
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
      amountOre,
      risk,
      holds,
    } = report;
    return {
      sent: {
        status,
        number,
        languageSupport,
        jobSuggestions,
        noActivityReason,
        submittedOn,
        amountOre,
        risk,
        holds,
      },
      rows: report.rows.map(({ activity, form, minutes }) => [activity, form, minutes]),
      findings: report.findings.map(({ code, severity, facts }) => [code, severity, facts]),
    };
  });
}

test('the month of a 200-participant office leaves the same reports by upload, attested, as by the API', async () => {
  const [uploaded, sent] = [
    await buildManyPlacements(world.owner, world.office, 200),
    await buildManyPlacements(world.owner, world.office, 200),
  ];
  const rowsOf = (placements: readonly ManyPlacement[]) =>
    placements.flatMap(({ reference }, n) => monthOfNth(reference, n));
  const id = await uploadAndRead(world, worker, await xlsxBytes(rowsOf(uploaded)), { actor: signatory, now });
  expect(await world.owner.upload.findUnique({ where: { id } })).toMatchObject({ taken: 200, faults: 0 });
  await attest(uploaded.map((placement) => placement.id));
  const answer = await world.run(submitRows, { rows: rowsOf(sent) }, { actor: system, now });
  expect(answer.ok && answer.value.errors).toEqual([]);
  const reports = await storedRows(uploaded);
  expect(reports).not.toContain(null);
  expect(await storedRows(sent)).toEqual(reports);
}, 120_000);

test('a template has what is filled in and a row for whoever has nothing; it comes back without a change', async () => {
  const office = world.otherOffice;
  const actor = await world.staff('reporter', office, [office]);
  const [first, second] = await buildManyPlacements(world.owner, office, 2);
  if (first === undefined || second === undefined) throw new Error('no placements');
  const rows = [fieldsOf(first.reference), fieldsOf(first.reference, { activity: 'mapping', minutes: 45 })];
  await uploadAndRead(world, worker, csvBytes(rows), { actor, now });
  const asked = await world.read(monthTemplate, { month, format: 'xlsx' }, { actor, now });
  if (!asked.ok) throw new Error(asked.error.code);
  expect(asked.value.rows.map((row) => row.slice(0, 5))).toEqual([
    [first.reference, month, 'individualMeeting', 'onSite', 300],
    [first.reference, month, 'mapping', 'onSite', 45],
    [second.reference, month, '', '', ''],
  ]);
  expect(asked.value.rows[0]?.[8]).toBe('Prov Person 0');

  for (const content of [
    await templateXlsx(asked.value),
    new TextEncoder().encode(templateCsv(asked.value)),
  ]) {
    const id = await uploadAndRead(world, worker, content, { actor, now });
    const upload = await world.owner.upload.findUniqueOrThrow({ where: { id } });
    expect(upload).toMatchObject({ state: 'done', taken: 0, unchanged: 1, leftOut: 0, faults: 0 });
    expect(upload.notes).toEqual([{ code: 'rowsNotFilledIn', facts: { count: 1, rows: [4] } }]);
  }
});

test('who is named for somebody with protected identity gets the row without the name', async () => {
  const office = world.elsewhere;
  const actor = await world.staff('coach', office);
  const [placement] = await buildManyPlacements(world.owner, office, 1);
  if (placement === undefined) throw new Error('no placement');
  const { id, participantId, reference } = placement;
  await world.owner.$executeRaw`UPDATE participant SET protected = true WHERE id = ${participantId}::uuid`;
  await world.owner.$executeRaw`UPDATE placement SET protected = true WHERE id = ${id}::uuid`;
  const rows = async () => {
    const asked = await world.read(monthTemplate, { month, format: 'csv' }, { actor, now });
    return asked.ok ? asked.value.rows.map((row) => [row[0], row[8]]) : null;
  };
  expect(await rows()).toEqual([]);
  await world.owner.protectedAccess.create({ data: { personId: actor.personId, participantId } });
  expect(await rows()).toEqual([[reference, '']]);
});

test('text that a spreadsheet would calculate leaves as text', async () => {
  const [placement] = await buildManyPlacements(world.owner, world.office, 1);
  const bad = fieldsOf(placement?.reference ?? '', { activity: '=HYPERLINK("http://x")' });
  for (const content of [await xlsxBytes([bad]), csvBytes([{ ...bad, activity: '=1+1' }])]) {
    const id = await uploadAndRead(world, worker, content, { actor: signatory, now });
    const answer = await world.read(answerOfUpload, { uploadId: id }, { actor: signatory, now });
    if (!answer.ok) throw new Error(answer.error.code);
    const read = await readFile(Buffer.from(answer.value.content));
    expect(read.ok && cellAsText(read.value.rows[0]?.cells[2])).toMatch(/^'=/);
    expect(read.ok && read.value.notes).toEqual([]);
  }
});

test('what an upload came to is paged and searched; nobody else finds it', async () => {
  const placements = await buildManyPlacements(world.owner, world.office, 60);
  const rows = placements.map(({ reference }, n) => fieldsOf(reference, { minutes: n === 7 ? 'många' : 50 }));
  const uploadId = await uploadAndRead(world, worker, csvBytes(rows), {
    actor: signatory,
    now,
    name: 'sju.csv',
  });
  const show = async (change: { q?: string; page?: number; show?: 'block' | 'remark' }) => {
    const shown = await world.read(
      showUpload,
      { uploadId, q: '', page: 1, show: 'block', ...change },
      { actor: signatory, now },
    );
    if (!shown.ok) throw new Error(shown.error.code);
    const { found, page, pages, problems } = shown.value;
    return { found, page, pages, rows: problems.map(({ row }) => row) };
  };
  expect(await show({})).toMatchObject({ found: 60, pages: 2 });
  expect((await show({ page: 2 })).rows).toEqual([52, 53, 54, 55, 56, 57, 58, 59, 60, 61]);
  expect(await show({ q: 'många' })).toEqual({ found: 1, page: 1, pages: 1, rows: [9] });
  expect((await show({ q: '61' })).rows).toEqual([61]);
  expect(await show({ q: '%' })).toMatchObject({ found: 0 });
  expect(await show({ show: 'remark' })).toMatchObject({ found: 0 });

  const listed = await world.read(listUploads, { month }, { actor: signatory, now });
  expect(listed.ok && listed.value.map(({ fileName }) => fileName)).toContain('sju.csv');
  const colleague = await world.staff('reporter');
  const at = { actor: colleague, now };
  const others = await world.read(listUploads, { month }, at);
  expect(others.ok && others.value).toEqual([]);
  for (const asked of [
    await world.read(showUpload, { uploadId, q: '', page: 1, show: 'block' }, at),
    await world.read(uploadProgress, { uploadId }, at),
    await world.read(answerOfUpload, { uploadId }, at),
  ])
    expect(asked).toMatchObject({ ok: false, error: { status: 404 } });
});

test('holds and flags are told beside the reports that they go with, in the words of every other way in', async () => {
  const [placement] = await buildManyPlacements(world.owner, world.office, 1);
  const content = csvBytes([fieldsOf(placement?.reference ?? '', { activity: 'mapping', minutes: 15 })]);
  const uploadId = await uploadAndRead(world, worker, content, { actor: signatory, now });
  const shown = await world.read(
    showUpload,
    { uploadId, q: '', page: 1, show: 'remark' },
    { actor: signatory, now },
  );
  expect(shown.ok && shown.value.problems).toMatchObject([
    { severity: 'hold', row: 2, code: 'MANDATORY_MISSING', message: 'Inget individuellt möte i mars 2026.' },
    { severity: 'flag', row: 2, code: 'BELOW_MINIMUM' },
  ]);
});
