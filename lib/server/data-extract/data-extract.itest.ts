import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { REGISTER, REGISTER_PARTS } from '#lib/domain/data-protection/register.ts';
import { columnsOf } from '#lib/domain/data-protection/registered-table.ts';
import { askDataExtract } from '#lib/server/data-extract/ask-data-extract.ts';
import { dataExtractBytes, takeDataExtract } from '#lib/server/data-extract/fetch-data-extract.ts';
import { handOutDataExtract } from '#lib/server/data-extract/hand-out-data-extract.ts';
import { makeDataExtract } from '#lib/server/data-extract/make-data-extract.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { visitParts } from '#lib/server/files/zip-parts.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import {
  makeWholePerson,
  readSchema,
  type Row,
  type Rows,
  withLooseRules,
} from '#lib/server/testing/whole-person.ts';

const portalSecret = 'a secret that only tests know, 32+ characters';
const now = new Date();
let world: World;
let worker: Database;
let caseworker: PersonActor;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  caseworker = await buildAuthorityActor(world.owner, 'caseworker');
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

type Parts = ReadonlyMap<string, Buffer>;

async function fetched(extractId: string, actor: PersonActor): Promise<Parts> {
  await makeDataExtract(extractId, { worker, now: () => now, portalSecret });
  const taken = await world.run(takeDataExtract, { extractId }, { actor, now });
  if (!taken.ok) throw new Error(taken.error.problem.code);
  const pieces: Uint8Array[] = [];
  for await (const piece of dataExtractBytes(world.app, actor, extractId)) pieces.push(piece);
  const parts = new Map<string, Buffer>();
  expect(visitParts(Buffer.concat(pieces), (name, content) => parts.set(name, content))).toMatchObject({
    ok: true,
  });
  return parts;
}

async function ownExtract(actor: PersonActor): Promise<Parts> {
  const asked = await world.run(askDataExtract, {}, { actor, now });
  if (!asked.ok) throw new Error(asked.error.problem.code);
  return await fetched(asked.value.extractId, actor);
}

const rowsOf = (parts: Parts, name: string): Record<string, unknown>[] =>
  JSON.parse(parts.get(`uppgifter/${name}.json`)?.toString('utf8') ?? '[]') as Record<string, unknown>[];

/** A participant with something in every column of every table, who can log in. */
let whole: Promise<{ actor: PersonActor; rows: Rows }> | undefined;
async function makeParticipant(): Promise<{ actor: PersonActor; rows: Rows }> {
  const beside = Object.values(REGISTER_PARTS)
    .flat()
    .filter((table) => table.retention === 'none' || REGISTER_PARTS.service.includes(table));
  const others = beside.filter(
    ({ table }) =>
      !['portal_setting', 'data_rule', 'retention_rule', 'thinning', 'audit_chain', 'audit_entry'].includes(
        table,
      ),
  );
  let made: { personId: string; rows: Rows } | undefined;
  await withLooseRules(inject('testCluster').adminUrl, world.ownerUrl, async (client: Client) => {
    const making = {
      client,
      schema: await readSchema(client),
      staff: caseworker.personId,
      at: new Date('2026-02-02T10:00:00Z'),
    };
    const around = (await makeWholePerson(others, { ...making, around: new Map() })).rows;
    const personal = Object.values(REGISTER_PARTS)
      .flat()
      .filter((table) => !beside.includes(table) && table.table !== 'protected_identity');
    made = await makeWholePerson(personal, {
      ...making,
      around,
      but: { membership: { organisation: 'self', role: 'participant' } },
    });
  });
  if (made === undefined) throw new Error('nobody was made');
  const participant = await world.owner.participant.findUniqueOrThrow({
    where: { personId: made.personId },
    include: { person: true },
  });
  return {
    actor: await buildParticipantActor(world.owner, { ...participant, identityNumber: '' } as never),
    rows: made.rows,
  };
}

const ID = /[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}/;

/** A row as the database writes it in JSON, found by the first id in it that is its own. */
async function storedRow(table: string, row: Row): Promise<Record<string, unknown>> {
  const marks = Object.values(row).flatMap((value) =>
    typeof value === 'string' ? (ID.exec(value)?.[0] ?? []) : [],
  );
  return await withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${marks.map((_, index) => `t::text LIKE $${index + 1}`).join(' AND ') || 'true'}`,
      marks.map((mark) => `%${mark}%`),
    );
    return rows[0]?.row ?? {};
  });
}

describe('an extract for a participant', () => {
  test('has every column of the register that is about them, with its value, and none of others', async () => {
    const { actor, rows } = await (whole ??= makeParticipant());
    const parts = await ownExtract(actor);
    const missing: string[] = [];
    const seen = REGISTER.filter(({ table }) => rows.has(table) && table !== 'evidence_chunk');
    for (const table of seen) {
      if (table.retention === 'none' || table.own === undefined) continue;
      const given = rowsOf(parts, table.table);
      const stored = await storedRow(table.table, rows.get(table.table) ?? {});
      for (const column of columnsOf(table, 'personal'))
        if (!given.some((each) => JSON.stringify(each[column]) === JSON.stringify(stored[column])))
          missing.push(`${table.table}.${column}`);
      const kept = (['hand', 'secret', 'withheld'] as const).flatMap((kind) => columnsOf(table, kind));
      expect(kept.filter((column) => given.some((each) => column in each))).toEqual([]);
    }
    expect(missing).toEqual([]);
    const page = parts.get('registerutdrag.html')?.toString('utf8') ?? '';
    expect(page).toContain(String(rows.get('plan_comment')?.['text']));
    expect(page).toContain('Varför: ');
    const all = [...parts.values()].map((part) => part.toString('utf8')).join('');
    expect(all).not.toContain(caseworker.personId);
    const file = [...parts].find(([name]) => name.startsWith('filer/1-'));
    expect(file?.[1].toString('utf8')).toMatch(/^canary evidence_chunk.content/);
  });

  test('is theirs alone, fetched once', async () => {
    const actor = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
    const other = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
    const asked = await world.run(askDataExtract, {}, { actor, now });
    if (!asked.ok) throw new Error('refused');
    expect(await world.run(askDataExtract, {}, { actor, now })).toMatchObject({ ok: false });
    const { extractId } = asked.value;
    expect(await world.run(takeDataExtract, { extractId }, { actor: other, now })).toMatchObject({
      ok: false,
    });
    expect((await fetched(extractId, actor)).size).toBeGreaterThan(50);
    expect(await world.run(takeDataExtract, { extractId }, { actor, now })).toMatchObject({ ok: false });
    expect(await world.owner.dataExtractChunk.count({ where: { extractId } })).toBe(0);
  });
});

describe('an extract on paper', () => {
  test('is handed out by a caseworker with a reason, and is in the log for the participant', async () => {
    const participant = await buildParticipant(world.owner, { givenName: 'Kanariefågel' });
    const input = { participantId: participant.id, reason: 'Brev som kom i dag' };
    const asked = await world.run(handOutDataExtract, input, { actor: caseworker, now });
    if (!asked.ok) throw new Error(asked.error.problem.code);
    const parts = await fetched(asked.value.extractId, caseworker);
    expect(rowsOf(parts, 'person')).toMatchObject([{ given_name: 'Kanariefågel' }]);
    expect(
      await world.owner.auditEntry.count({
        where: { action: 'dataExtract.fetch', participantIds: { has: participant.id } },
      }),
    ).toBe(1);
  });

  test('is nobody’s for whoever has protected identity, who gets their own with what is sealed', async () => {
    const hidden = await buildParticipant(world.owner, { givenName: 'Hemlig', protected: true });
    const input = { participantId: hidden.id, reason: 'Brev' };
    expect(await world.run(handOutDataExtract, input, { actor: caseworker, now })).toMatchObject({
      ok: false,
    });
    const parts = await ownExtract(await buildParticipantActor(world.owner, hidden));
    expect(rowsOf(parts, 'participant')).toMatchObject([{ protected: true }]);
  });

  test('is gone if the participant is protected before it is fetched', async () => {
    const participant = await buildParticipant(world.owner);
    const asked = await world.run(
      handOutDataExtract,
      { participantId: participant.id, reason: 'Brev' },
      { actor: caseworker, now },
    );
    if (!asked.ok) throw new Error(asked.error.problem.code);
    const { extractId } = asked.value;
    await makeDataExtract(extractId, { worker, now: () => now, portalSecret });
    await world.owner.participant.update({ where: { id: participant.id }, data: { protected: true } });
    expect(await world.run(takeDataExtract, { extractId }, { actor: caseworker, now })).toMatchObject({
      ok: false,
    });
    expect(await world.owner.dataExtractChunk.count({ where: { extractId } })).toBe(0);
  });
});

test('whoever works here is told what they put a hand to, and nothing of the participants', async () => {
  const actor = await world.staff('coach');
  const { rows } = await (whole ??= makeParticipant());
  const parts = await ownExtract(actor);
  expect(rowsOf(parts, 'person')).toHaveLength(1);
  const mine = await ownExtract(caseworker);
  expect(rowsOf(mine, 'plan_comment_response-hand').length).toBeGreaterThan(0);
  const all = [...mine.values()].map((part) => part.toString('utf8')).join('');
  expect(all).not.toContain(String(rows.get('plan_comment')?.['text']));
  expect(all).not.toContain(String(rows.get('participant')?.['id']));
});

test('the worker reads nothing of anybody but by an extract that runs', async () => {
  const asked = await worker.$queryRaw<object[]>`SELECT app.extract_rows(gen_random_uuid(), 'person', 'own')`;
  expect(asked).toEqual([]);
  await expect(worker.$queryRaw`SELECT * FROM plan_comment`).rejects.toThrow(/permission denied/);
});
