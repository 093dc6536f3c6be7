import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { EXPERIENCE_HEADINGS, readExperienceTable } from '#lib/domain/experience/experience-file.ts';
import { checkExperience } from '#lib/server/experience/check-experience.ts';
import { importExperience } from '#lib/server/experience/import-experience.ts';
import { saveExperience } from '#lib/server/experience/save-experience.ts';
import { readInThread } from '#lib/server/files/read-in-thread.ts';
import { READ_LIMITS } from '#lib/server/files/read-limits.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-05-12T08:00:00Z');
let world: World;
let coach: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office, from: '2026-03-02' });
});

/** The rows of a file as they come out of the reader, all chosen. */
async function rowsOf(csv: string) {
  const file = await readInThread(Buffer.from(csv, 'latin1'), READ_LIMITS, EXPERIENCE_HEADINGS);
  if (!file.ok) throw new Error(file.error.code);
  const table = readExperienceTable(file.value);
  if (!table.ok) throw new Error(table.error.code);
  return table.value.rows.map((row) => ({ ...row, take: true }));
}
const FILE = `Erfarenhet för Olena;;;;
slag;vad;var;från år;till år
arbete;Bokhållare;Charkiv;2011;2022
hobby;Segling;;;
körkort;B;Sverige;2023;
arbete;bokhållare;CHARKIV;2011;2021
`;
type Rows = Awaited<ReturnType<typeof rowsOf>>;
const send = (rows: Rows, actor: Parameters<typeof world.run>[2]['actor'] = coach) =>
  world.run(importExperience, { placementId: placement.id, rows }, { actor, now });
const check = (rows: Rows, actor: ProviderActor = coach) =>
  world.read(checkExperience, { placementId: placement.id, rows }, { actor, now });
const held = () => world.owner.experience.count({ where: { participantId: placement.participant.id } });

test('a file is looked through row by row, with place, reason and remedy, and nothing is written', async () => {
  const checked = await check(await rowsOf(FILE));
  expect(checked.ok ? checked.value.judged : []).toMatchObject([
    { state: 'new', content: { what: 'Bokhållare', fromYear: 2011, toYear: 2022 } },
    { state: 'wrong', problems: [{ row: 4, column: 'slag', code: 'kindUnknown', fix: expect.any(String) }] },
    { state: 'new', content: { kind: 'licence', what: 'B' } },
    { state: 'double', twin: 3 },
  ]);
  expect(await held()).toBe(0);
});

test('the chosen rows are written at once, by the coach, with one entry in the log', async () => {
  const rows = (await rowsOf(FILE)).map((row, at) => ({ ...row, take: at === 0 || at === 2 }));
  expect(await send(rows)).toMatchObject({ ok: true, value: { count: 2 } });
  const stored = await world.owner.experience.findMany({
    where: { participantId: placement.participant.id },
    orderBy: { what: 'desc' },
  });
  expect(stored).toMatchObject([
    { kind: 'work', what: 'Bokhållare', number: 1, source: 'coach', writtenByPersonId: coach.personId },
    { kind: 'licence', what: 'B', toYear: null },
  ]);
  const log = await world.owner.auditEntry.findMany({
    where: { action: 'experience.import', participantIds: { has: placement.participant.id } },
  });
  expect(log).toMatchObject([{ outcome: 'done', detail: { count: 2 } }]);
});

test('one wrong or doubled row among the chosen keeps all of them out, and says which', async () => {
  expect(await send(await rowsOf(FILE))).toMatchObject({
    error: {
      problem: {
        status: 422,
        errors: [
          { pointer: '/rows/1/take', row: 4, code: 'kindUnknown' },
          { pointer: '/rows/3/take', row: 6, code: 'double' },
        ],
      },
    },
  });
  expect(await held()).toBe(0);
});

test('a file that is sent again adds nothing, also beside what participants said themselves', async () => {
  const own = await buildParticipantActor(world.owner, placement.participant);
  const said = { kind: 'work', what: 'Bokhållare', place: 'Charkiv', fromYear: 2011, toYear: null, note: '' };
  await world.run(saveExperience, { placementId: placement.id, ...said }, { actor: own, now });
  const rows = (await rowsOf(FILE)).slice(0, 1);
  expect(await send(rows)).toMatchObject({ error: { problem: { errors: [{ code: 'double' }] } } });
  const checked = await check(rows);
  expect(checked.ok ? checked.value.judged : []).toMatchObject([{ state: 'double', twin: null }]);
  expect(await held()).toBe(1);
});

test('none chosen, or more than the list holds, is told with what to do', async () => {
  const rows = await rowsOf(FILE);
  expect(await send(rows.map((row) => ({ ...row, take: false })))).toMatchObject({
    error: { problem: { errors: [{ code: 'noneTaken' }] } },
  });
  const many = await rowsOf(
    `slag;vad\n${Array.from({ length: 60 }, (_, at) => `arbete;Yrke ${at}`).join('\n')}`,
  );
  expect(await send(many)).toMatchObject({ ok: true, value: { count: 60 } });
  expect(await send(await rowsOf('slag;vad\nspråk;Svenska'))).toMatchObject({
    error: { problem: { errors: [{ code: 'listFull' }] } },
  });
});

test('is for coaches within reach, while the participant is there', async () => {
  const rows = (await rowsOf(FILE)).slice(0, 1);
  for (const role of ['intake', 'signatory', 'providerAdmin'] as const)
    expect(await send(rows, await world.staff(role))).toMatchObject({ error: { problem: { status: 403 } } });
  const stranger = await world.staff('coach', world.elsewhere);
  expect(await send(rows, stranger)).toMatchObject({ error: { problem: { status: 404 } } });
  expect(await check(rows, stranger)).toMatchObject({ error: { status: 404 } });
  const participant = await buildParticipant(world.owner, { protected: true });
  placement = await buildPlacement(world.owner, { office: world.office, from: '2026-03-02', participant });
  expect(await send(rows)).toMatchObject({ error: { problem: { status: 404 } } });
  placement = await buildPlacement(world.owner, {
    office: world.office,
    from: '2025-03-03',
  });
  expect(await send(rows)).toMatchObject({ error: { problem: { status: 409, code: 'placementEnded' } } });
  expect(await check(rows)).toMatchObject({ error: { status: 404 } });
});
