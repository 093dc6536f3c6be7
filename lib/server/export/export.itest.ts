import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { EXPORT_KINDS, type ExportFormat } from '#lib/domain/export/export-kind.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { exportBytes, takeExport } from '#lib/server/export/fetch-export.ts';
import { makeExport } from '#lib/server/export/make-export.ts';
import { requestExport } from '#lib/server/export/request-export.ts';
import { visitParts } from '#lib/server/files/zip-parts.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const MANY = 1200;

let world: World;
let worker: Database;
let reporter: ProviderActor;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  reporter = await world.staff('reporter');
  await buildManyPlacements(world.owner, world.office, MANY);
  const hidden = await buildParticipant(world.owner, { givenName: 'Hemlig', protected: true });
  await buildPlacement(world.owner, { office: world.office, participant: hidden });
  await world.owner.protectedAccess.create({
    data: { personId: reporter.personId, participantId: hidden.id },
  });
  await buildPlacement(world.owner, { office: world.elsewhere });
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

/** Later than what was built, so that all of it is older than what an export covers. */
const clock = { at: new Date(Date.now() + 10 * 60_000) };

async function asked(
  format: ExportFormat,
  actor: PersonActor = reporter,
  more: object = {},
): Promise<string> {
  clock.at = new Date(clock.at.getTime() + 60_000);
  const input = { kinds: EXPORT_KINDS, format, ...more };
  const made = await world.run(requestExport, input, { actor, now: clock.at });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  await makeExport(made.value.exportId, { worker, app: world.app, now: () => clock.at });
  return made.value.exportId;
}

async function fetched(exportId: string, actor: PersonActor = reporter): Promise<Buffer> {
  const taken = await world.run(takeExport, { exportId }, { actor, now: clock.at });
  if (!taken.ok) throw new Error(taken.error.problem.code);
  const pieces: Uint8Array[] = [];
  for await (const piece of exportBytes(world.app, actor, exportId)) pieces.push(piece);
  return Buffer.concat(pieces);
}

type Told = Record<string, Record<string, unknown>[]>;
const json = async (actor: PersonActor = reporter, more: object = {}): Promise<Told> =>
  JSON.parse((await fetched(await asked('json', actor, more), actor)).toString('utf8')) as Told;

describe('an export', () => {
  it('holds all that is the provider’s own, in every format alike, and nobody with protected identity', async () => {
    const told = await json();
    expect(told['participants']).toHaveLength(MANY);
    expect(told['plans']?.length).toBeGreaterThan(MANY);
    expect(JSON.stringify(told)).not.toContain('Hemlig');

    const csv: Record<string, string> = {};
    const archive = await fetched(await asked('csv'));
    const read = visitParts(archive, (name, content) => {
      csv[name] = content.toString('utf8');
    });
    expect(read).toMatchObject({ ok: true });
    expect(Object.keys(csv)).toHaveLength(EXPORT_KINDS.length);
    expect(csv['Deltagare.csv']?.startsWith('\uFEFFGenomförandereferens;Deltagare')).toBe(true);
    expect(csv['Deltagare.csv']?.trimEnd().split('\r\n')).toHaveLength(MANY + 1);

    const workbook = await readXlsx(new Uint8Array(await fetched(await asked('xlsx'))));
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Deltagare',
      'Planeringar',
      'Logg',
      'Redovisningar',
      'Dokument',
      'Resultat',
      'Ersättning',
    ]);
    const [sheet] = workbook.sheets;
    expect(sheet?.rows).toHaveLength(MANY + 1);
    expect(sheet?.rows[1]?.[6]).toEqual(new Date('2026-01-02T00:00:00Z'));
  });

  it('covers the offices of whoever asks', async () => {
    const elsewhere = await world.staff('reporter', world.office, [world.otherOffice]);
    expect((await json(elsewhere))['participants']).toEqual([]);
  });

  it('says of a report that is taken up again what it counts as meanwhile', async () => {
    const placement = await buildPlacement(world.owner, { office: world.otherOffice });
    const id = await buildStoredReport(world.owner, { placement, month: '2026-02', status: 'approved' });
    const [whole] = (await json())['reports'] ?? [];
    expect(whole).toMatchObject({ status: 'approved', standing: null });
    await world.owner.report.update({ where: { id }, data: { status: 'inReview' } });
    expect((await json())['reports']).toMatchObject([{ status: 'inReview', standing: 'approved' }]);
  });

  it('holds only what is new since the one before, where that is asked for', async () => {
    const first = await asked('json');
    const [one] = await buildManyPlacements(world.owner, world.otherOffice, 1);
    await fetched(first);
    const since = await world.owner.export.findUniqueOrThrow({ where: { id: first } });
    await world.owner.$executeRaw`ALTER TABLE placement DISABLE TRIGGER placement_changed`;
    await world.owner
      .$executeRaw`UPDATE placement SET changed_at = ${new Date(since.until.getTime() + 1)} WHERE id = ${one?.id ?? ''}::uuid`;
    await world.owner.$executeRaw`ALTER TABLE placement ENABLE TRIGGER placement_changed`;
    const told = await json(reporter, { since: first });
    expect(told['participants']).toMatchObject([{ implementationReference: one?.reference }]);
    expect(told['reports']).toEqual([]);
    const other = await world.staff('signatory');
    expect(
      await world.run(
        requestExport,
        { kinds: ['log'], format: 'json', since: first },
        { actor: other, now: clock.at },
      ),
    ).toMatchObject({
      error: { problem: { errors: [{ code: 'sinceUnknown' }] } },
    });
  });

  it('holds what was changed a moment before it was asked for, too', async () => {
    const [one] = await buildManyPlacements(world.owner, world.otherOffice, 1);
    await world.owner.$executeRaw`ALTER TABLE placement DISABLE TRIGGER placement_changed`;
    await world.owner
      .$executeRaw`UPDATE placement SET changed_at = ${clock.at} WHERE id = ${one?.id ?? ''}::uuid`;
    await world.owner.$executeRaw`ALTER TABLE placement ENABLE TRIGGER placement_changed`;
    const references = (await json())['participants']?.map(
      ({ implementationReference }) => implementationReference,
    );
    expect(references).toContain(one?.reference);
  });

  it('never gives a spreadsheet a formula', async () => {
    const [one] = await buildManyPlacements(world.owner, world.otherOffice, 1);
    await world.owner.$executeRaw`UPDATE person SET given_name = '=HYPERLINK("http://x.example")' WHERE id = (
      SELECT person_id FROM participant WHERE id = ${one?.participantId ?? ''}::uuid)`;
    const only = await world.staff('reporter', world.office, [world.otherOffice]);
    const csv: string[] = [];
    visitParts(await fetched(await asked('csv', only, { kinds: ['participants'] }), only), (_, content) => {
      csv.push(content.toString('utf8'));
    });
    expect(csv.join('')).toContain(`'=HYPERLINK(`);
    const workbook = await readXlsx(
      new Uint8Array(await fetched(await asked('xlsx', only, { kinds: ['participants'] }), only)),
    );
    expect(JSON.stringify(workbook.sheets[0]?.rows)).toContain('=HYPERLINK');
    expect(JSON.stringify(workbook)).not.toContain('"formula"');
  });

  it('is fetched once, by whoever asked, within a day', async () => {
    const id = await asked('json');
    const colleague = await world.staff('reporter');
    const take = (actor: PersonActor, now = clock.at) =>
      world.run(takeExport, { exportId: id }, { actor, now });
    expect(await take(colleague)).toMatchObject({ error: { problem: { code: 'notFound' } } });
    expect(await take(reporter, new Date(clock.at.getTime() + 24 * 3_600_000))).toMatchObject({
      error: { problem: { code: 'exportGone' } },
    });
    const both = await Promise.all([take(reporter), take(reporter)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const stolen = await inTransaction(
      world.app,
      colleague,
      (tx) => tx.$queryRaw`SELECT number FROM export_chunk`,
    );
    expect(stolen).toEqual([]);
    for await (const piece of exportBytes(world.app, reporter, id)) expect(piece.length).toBeGreaterThan(0);
    expect(await world.owner.exportChunk.count({ where: { exportId: id } })).toBe(0);
  });

  it('stands in the log with its counts, under each participant it holds', async () => {
    const id = await asked('json', reporter, { kinds: ['participants'] });
    const entries = await world.owner.$queryRaw<
      { named: number; detail: { counts: object; participants: number } }[]
    >`
      SELECT cardinality(participant_ids) AS named, detail FROM audit_entry WHERE action = 'export.make' AND subject_id = ${id}`;
    const named = entries.reduce((sum, entry) => sum + entry.named, 0);
    expect(named).toBe(entries[0]?.detail.participants);
    expect(entries[0]?.detail.counts).toEqual({ participants: named });
  });

  it('is nobody’s whose role has ended meanwhile, nor a coach’s', async () => {
    const leaving = await world.staff('reporter');
    clock.at = new Date(clock.at.getTime() + 60_000);
    const made = await world.run(
      requestExport,
      { kinds: ['log'], format: 'csv' },
      { actor: leaving, now: clock.at },
    );
    const id = made.ok ? made.value.exportId : '';
    await world.owner.membership.update({
      where: { id: leaving.membershipId },
      data: { validTo: new Date('2020-02-02') },
    });
    await makeExport(id, { worker, app: world.app, now: () => clock.at });
    expect(await world.owner.export.findUnique({ where: { id } })).toMatchObject({ state: 'failed' });
    const coach = await world.staff('coach');
    expect(
      await world.run(requestExport, { kinds: ['log'], format: 'csv' }, { actor: coach, now: clock.at }),
    ).toMatchObject({
      error: { problem: { code: 'forbidden' } },
    });
  });

  it('is gone when somebody in it gets a protected identity', async () => {
    const one = await buildPlacement(world.owner, { office: world.office });
    const id = await asked('json');
    await world.owner.participant.update({ where: { id: one.participant.id }, data: { protected: true } });
    expect(await world.run(takeExport, { exportId: id }, { actor: reporter, now: clock.at })).toMatchObject({
      error: { problem: { code: 'exportGone' } },
    });
    expect(await world.owner.exportChunk.count({ where: { exportId: id } })).toBe(0);
  });

  it('made again after an interruption is whole, and one at a time', async () => {
    clock.at = new Date(clock.at.getTime() + 60_000);
    const made = await world.run(
      requestExport,
      { kinds: ['participants'], format: 'json' },
      { actor: reporter, now: clock.at },
    );
    const id = made.ok ? made.value.exportId : '';
    expect(
      await world.run(requestExport, { kinds: ['log'], format: 'csv' }, { actor: reporter, now: clock.at }),
    ).toMatchObject({
      error: { problem: { code: 'exportWaits' } },
    });
    await world.owner
      .$executeRaw`INSERT INTO export_chunk (export_id, number, content) VALUES (${id}::uuid, 0, 'half'), (${id}::uuid, 9, 'old')`;
    await makeExport(id, { worker, app: world.app, now: () => clock.at });
    expect(JSON.parse((await fetched(id)).toString('utf8'))).toHaveProperty('participants');
  });
});
