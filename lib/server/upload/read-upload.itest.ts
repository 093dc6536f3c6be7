import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { readFile } from '#lib/server/files/read-file.ts';
import { thin } from '#lib/server/retention/thin.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { readUpload } from '#lib/server/upload/read-upload.ts';
import {
  csvBytes,
  type Fields,
  fieldsOf,
  uploadAndRead,
  xlsxBytes,
} from '#lib/server/upload/testing/upload-files.ts';

const now = new Date('2026-04-01T08:00:00Z');
let world: World;
let worker: Database;
let reporter: ProviderActor;

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  reporter = await world.staff('reporter');
}, 60_000);
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

const references = async (count: number, office = world.office) =>
  (await buildManyPlacements(world.owner, office, count)).map(({ reference }) => reference);
const upload = (content: Uint8Array<ArrayBuffer>, given: { actor?: ProviderActor; replace?: boolean } = {}) =>
  uploadAndRead(world, worker, content, { actor: reporter, now, ...given });
const stored = (id: string) =>
  world.owner.upload.findUniqueOrThrow({
    where: { id },
    include: { file: true, problems: { orderBy: { number: 'asc' } } },
  });
const drafts = (of: readonly string[]) =>
  world.owner.monthDraft.findMany({
    where: { placement: { servicePeriods: { some: { implementationReference: { in: [...of] } } } } },
    orderBy: { placementId: 'asc' },
  });

describe('a file with a fault in one of three reports', () => {
  const rowsOf = (of: readonly string[], wrong: string | number): readonly Fields[] =>
    of.flatMap((reference, n) => [
      fieldsOf(reference),
      fieldsOf(reference, { activity: 'mapping', form: 'video', minutes: n === 1 ? wrong : 45 }),
    ]);

  test.each(['xlsx', 'csv'] as const)(
    '%s: the right ones are kept, the wrong one is left out whole and told; mended it comes along',
    async (kind) => {
      const of = await references(3);
      const bytes = (wrong: string | number) =>
        kind === 'csv' ? csvBytes(rowsOf(of, wrong)) : xlsxBytes(rowsOf(of, wrong));
      const first = await stored(await upload(await bytes(50)));
      expect(first).toMatchObject({
        state: 'done',
        kind,
        rows: 6,
        reports: 2,
        checked: 2,
        taken: 2,
        unchanged: 0,
        leftOut: 1,
        faults: 1,
      });
      expect(first.problems.filter(({ severity }) => severity === 'block')).toMatchObject([
        { row: 5, column: 'minutes', code: 'minutesStep', fix: expect.stringContaining('45') },
      ]);
      expect(await drafts(of)).toMatchObject([
        { source: 'file', version: 1 },
        { source: 'file', version: 1 },
      ]);

      // The same file back: every row in its place, the two rows of the wrong report with what to do.
      const answer = await readFile(Buffer.from(first.file?.answer ?? []));
      if (!answer.ok) throw new Error(answer.error.code);
      expect(answer.value.kind).toBe(kind);
      const told = answer.value.rows.map(({ row, cells }) => [row, cells.at(-1)]);
      expect(told.map(([row]) => row)).toEqual([2, 3, 4, 5, 6, 7]);
      expect(told.map(([, said]) => said !== '' && said !== null)).toEqual([
        false,
        false,
        true,
        true,
        false,
        false,
      ]);

      const again = await stored(await upload(await bytes(50)));
      expect(again).toMatchObject({ taken: 0, unchanged: 2, leftOut: 1 });
      const mended = await stored(await upload(await bytes(45)));
      expect(mended).toMatchObject({ taken: 1, unchanged: 2, leftOut: 0, faults: 0, file: { answer: null } });
      expect((await drafts(of)).map(({ version }) => version)).toEqual([1, 1, 1]);
    },
  );
});

test('a job that comes twice changes nothing', async () => {
  const of = await references(2);
  const id = await upload(csvBytes(of.map((reference) => fieldsOf(reference))));
  const first = await stored(id);
  await readUpload(id, { worker, app: world.app, now: () => now });
  expect(await stored(id)).toEqual(first);
});

test('a job that was killed in the middle is done again to the same end', async () => {
  const of = await references(2);
  const id = await upload(csvBytes(of.map((reference) => fieldsOf(reference))));
  const first = await stored(id);
  await world.owner.upload.update({
    where: { id },
    data: { state: 'checking', finishedAt: null, taken: 0, checked: 0 },
  });
  await readUpload(id, { worker, app: world.app, now: () => now });
  expect(await stored(id)).toEqual(first);
});

test('what somebody has begun by hand stands, unless the file is said to replace it', async () => {
  const [placement] = await buildManyPlacements(world.owner, world.office, 1);
  if (placement === undefined) throw new Error('no placement');
  const input = {
    placementId: placement.id,
    month: '2026-03',
    version: 0,
    rows: [{ activity: 'mapping', form: 'onSite', minutes: '15' }],
  };
  expect((await world.run(saveMonthDraft, input, { actor: reporter, now })).ok).toBe(true);
  const content = csvBytes([fieldsOf(placement.reference)]);
  const refused = await stored(await upload(content));
  expect(refused).toMatchObject({
    taken: 0,
    leftOut: 1,
    problems: [{ row: 2, column: 'month', code: 'DRAFT_EXISTS' }],
  });
  expect(await drafts([placement.reference])).toMatchObject([{ source: 'form', version: 1 }]);
  expect(await stored(await upload(content, { replace: true }))).toMatchObject({ taken: 1, leftOut: 0 });
  expect(await drafts([placement.reference])).toMatchObject([{ source: 'file', version: 2 }]);
});

describe('tenancy', () => {
  test('references outside one’s own offices do not exist', async () => {
    const [there] = await references(1, world.otherOffice);
    const [elsewhere] = await references(1, world.elsewhere);
    const coach = await world.staff('coach', world.office, [world.office]);
    const content = csvBytes([fieldsOf(there ?? ''), fieldsOf(elsewhere ?? '')]);
    const { taken, problems } = await stored(await upload(content, { actor: coach }));
    expect(taken).toBe(0);
    expect(problems.map(({ code }) => code)).toEqual(['referenceUnknown', 'referenceUnknown']);
    expect(await drafts([there ?? '', elsewhere ?? ''])).toEqual([]);
  });

  test('an upload is seen by its maker alone; the worker cannot write a draft', async () => {
    const [reference] = await references(1);
    const id = await upload(csvBytes([fieldsOf(reference ?? '')]));
    const colleague = await world.staff('signatory');
    const seenBy = async ({ membershipId, providerId }: ProviderActor) =>
      await world.app.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.provider_id', ${providerId}, true), set_config('app.actor_key', ${`person:${membershipId}`}, true)`;
        return [
          await tx.upload.count({ where: { id } }),
          await tx.uploadFile.count({ where: { uploadId: id } }),
        ];
      });
    expect(await seenBy(reporter)).toEqual([1, 1]);
    expect(await seenBy(colleague)).toEqual([0, 0]);
    await expect(worker.$executeRaw`DELETE FROM month_draft`).rejects.toThrow(/permission denied/);
  });

  test('whose role has ended takes nothing in', async () => {
    const actor = await world.staff('reporter');
    await world.owner.membership.update({
      where: { id: actor.membershipId },
      data: { validTo: new Date('2026-03-31') },
    });
    const [reference] = await references(1);
    const id = await upload(csvBytes([fieldsOf(reference ?? '')]), { actor });
    expect(await stored(id)).toMatchObject({ state: 'refused', fault: { code: 'roleEnded' } });
  });
});

test('a file that cannot be used is refused whole, with the remedy', async () => {
  const id = await upload(new TextEncoder().encode('implementation_reference;month;minuter\r\n1;2;3\r\n'));
  expect(await stored(id)).toMatchObject({
    state: 'refused',
    fault: {
      code: 'columnsMissing',
      facts: {
        names: ['activity', 'form', 'minutes', 'language_support', 'job_suggestions', 'reason'],
        unknown: ['minuter'],
      },
    },
  });
});

test('files go after thirty days, with all that was said of them', async () => {
  const [reference] = await references(1);
  const id = await upload(csvBytes([fieldsOf(reference ?? '', { minutes: 7 })]));
  await world.owner
    .$executeRaw`UPDATE upload SET received_at = now() - interval '29 days' WHERE id = ${id}::uuid`;
  await thin(worker);
  expect(await world.owner.uploadProblem.count({ where: { uploadId: id } })).toBe(1);
  await world.owner
    .$executeRaw`UPDATE upload SET received_at = now() - interval '31 days' WHERE id = ${id}::uuid`;
  await thin(worker);
  expect(await world.owner.upload.count({ where: { id } })).toBe(0);
  expect(await world.owner.uploadFile.count({ where: { uploadId: id } })).toBe(0);
  expect(await world.owner.uploadProblem.count({ where: { uploadId: id } })).toBe(0);
});
