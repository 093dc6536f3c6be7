import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { GRID_FIELDS } from '#lib/domain/month-grid/grid-field.ts';
import type { GridRow } from '#lib/domain/month-grid/month-grid.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { saveDrafts } from '#lib/server/month/save-drafts.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

const now = new Date('2026-04-02T08:00:00Z');
const month = monthOf('2026-03');
let world: World;
let coach: ProviderActor;
let colleague: ProviderActor;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  colleague = await world.staff('coach', world.office, [world.office]);
});
afterAll(() => world.close());

async function newPlacement(): Promise<BuiltPlacement> {
  const placement = await buildPlacement(world.owner, { office: world.office });
  await buildPlan(world.owner, { placement, activities: ['individualMeeting', 'ownWork', 'mapping'] });
  return placement;
}

async function gridRow(placement: BuiltPlacement, actor = coach, at = now): Promise<GridRow> {
  const result = await world.read(monthGrid, monthGridInput.parse({ month, ids: placement.id }), {
    actor,
    now: at,
  });
  const [row] = result.ok ? result.value.rows : [];
  if (row === undefined) throw new Error('The row is missing');
  return row;
}

type Row = { placementId: string; version?: number; seen?: string; typed: object; addToPlan?: object[] };

async function save(rows: readonly Row[], given: { partly?: boolean; typedBy?: string } = {}, actor = coach) {
  const input = { month, partly: true, ...given, rows: rows.map((row) => ({ version: 0, ...row })) };
  const result = await world.run(saveDrafts, input, { actor, now });
  return result.ok ? result.value : result.error.problem;
}

async function saved(rows: readonly Row[], actor = coach) {
  const answer = await save(rows, {}, actor);
  if (!('rows' in answer)) throw new Error(answer.code);
  return answer;
}

const draftOf = (placement: BuiltPlacement) =>
  world.owner.monthDraft.findFirst({ where: { placementId: placement.id } });

test.each([true, false])(
  'a participant who comes twice in one call is refused (row by row: %s)',
  async (partly) => {
    const { id: placementId } = await newPlacement();
    const rows = ['1:00', '2:00'].map((text) => ({ placementId, typed: { 'mapping:onSite': text } }));
    expect(await save(rows, { partly })).toMatchObject({
      code: 'invalidInput',
      errors: [{ pointer: '/rows/1/placementId' }],
    });
  },
);

test.each(['x\u0001', '"', '\\', '\u{1F600}'])(
  'a row full of what cannot be read (%j) is kept',
  async (letter) => {
    const { id: placementId } = await newPlacement();
    const typed = Object.fromEntries(GRID_FIELDS.map((field) => [field, letter.repeat(200 / letter.length)]));
    expect(await save([{ placementId, typed }])).toMatchObject({ written: 1 });
  },
);

describe('rows of the grid are kept', () => {
  test('as they are typed: what can be read as the month, and the rest to be mended', async () => {
    const placement = await newPlacement();
    const typed = {
      'individualMeeting:onSite': '1:00',
      'mapping:onSite': '1,5',
      languageSupport: 'arabiska',
    };
    const { rows, written } = await saved([{ placementId: placement.id, typed }]);
    expect(written).toBe(1);
    expect(rows).toMatchObject([
      {
        kind: 'saved',
        row: {
          typed: { 'individualMeeting:onSite': '1:00', 'mapping:onSite': '1,5', languageSupport: 'ar' },
          row: { state: 'blocked', sendable: false, draftVersion: 1, minutes: { all: 60 } },
        },
      },
    ]);
    expect(await draftOf(placement)).toMatchObject({
      version: 1,
      content: {
        rows: [{ activity: 'individualMeeting', form: 'onSite', minutes: 60 }],
        languageSupport: 'ar',
      },
      unread: [{ field: 'mapping:onSite', text: '1,5' }],
    });
    expect((await gridRow(placement)).row.remarks[0]).toMatchObject({
      code: 'CELL_UNREAD',
      severity: 'block',
      message: 'Kartläggning, på plats: ”1,5” kan vara både timmar och minuter.',
      fix: 'Menar du 1,5 timmar? Skriv 1:30 eller 90.',
    });
  });

  test('many at a time in a handful of statements, each in the order it was given', async () => {
    const placements = await Promise.all(Array.from({ length: 12 }, newPlacement));
    const rows = placements.map(({ id }, index) => ({
      placementId: id,
      typed: { 'individualMeeting:onSite': String(15 * (index + 1)) },
    }));
    const answer = await saved(rows);
    expect(answer.rows.map(({ placementId }) => placementId)).toEqual(placements.map(({ id }) => id));
    expect(answer.written).toBe(12);
  });

  test('only where there is anything new: a row that nobody touched is left as it is, whoever changed it since', async () => {
    const placement = await newPlacement();
    const before = await gridRow(placement);
    await saved([{ placementId: placement.id, typed: { 'mapping:onSite': '60' } }], colleague);
    const { rows, written } = await saved([
      { placementId: placement.id, seen: before.seen, typed: before.typed },
    ]);
    expect(written).toBe(0);
    expect(rows).toMatchObject([{ kind: 'saved', row: { typed: { 'mapping:onSite': '1:00' } } }]);
  });
});

describe('somebody else has changed the row meanwhile', () => {
  test('nothing is written, and theirs comes back with who and when', async () => {
    const placement = await newPlacement();
    const { seen } = await gridRow(placement);
    await saved([{ placementId: placement.id, seen, typed: { 'mapping:onSite': '60' } }], colleague);
    const { rows } = await saved([{ placementId: placement.id, seen, typed: { 'mapping:onSite': '90' } }]);
    expect(rows).toMatchObject([
      {
        kind: 'conflict',
        row: { typed: { 'mapping:onSite': '1:00' } },
        changedBy: `${colleague.givenName} ${colleague.familyName}`,
        changedAt: '2026-04-02T08:00:00Z',
      },
    ]);
    expect(await draftOf(placement)).toMatchObject({ version: 1 });
  });

  test('a draft that was put away and begun again has the same version, and is told apart all the same', async () => {
    const placement = await newPlacement();
    await saved([{ placementId: placement.id, typed: { 'mapping:onSite': '60' } }]);
    const { seen, row } = await gridRow(placement);
    await world.owner.monthDraft.deleteMany({ where: { placementId: placement.id } });
    await saved([{ placementId: placement.id, typed: { 'mapping:video': '15' } }], colleague);
    const again = {
      placementId: placement.id,
      version: row.draftVersion,
      seen,
      typed: { 'mapping:onSite': '75' },
    };
    expect((await saved([again])).rows).toMatchObject([{ kind: 'conflict' }]);
  });

  test('in the plain form one such row refuses them all, at its place', async () => {
    const [mine, theirs] = [await newPlacement(), await newPlacement()];
    const { seen } = await gridRow(theirs);
    await saved([{ placementId: theirs.id, typed: { 'mapping:onSite': '60' } }], colleague);
    const answer = await save(
      [
        { placementId: mine.id, typed: { 'mapping:onSite': '60' } },
        { placementId: theirs.id, seen, typed: { 'mapping:onSite': '90' } },
      ],
      { partly: false },
    );
    expect(answer).toMatchObject({ status: 409, errors: [{ pointer: '/rows/1', code: 'draftChanged' }] });
    expect(await draftOf(mine)).toBeNull();
  });
});

describe('a row that can no longer be filled in', () => {
  test('is refused alone, with why', async () => {
    const [sent, open] = [await newPlacement(), await newPlacement()];
    const elsewhere = await buildPlacement(world.owner, { office: world.elsewhere });
    await world.owner.placement.update({
      where: { id: sent.id },
      data: { end: new Date('2026-02-01'), endReason: 'completed' },
    });
    const typed = { 'mapping:onSite': '60' };
    const { rows } = await saved([
      { placementId: elsewhere.id, typed },
      { placementId: open.id, typed },
      { placementId: sent.id, typed },
    ]);
    expect(rows).toMatchObject([
      { kind: 'refused', problems: [{ code: 'notInReach' }] },
      { kind: 'saved' },
      { kind: 'refused', problems: [{ code: 'notInReach' }] },
    ]);
  });

  test('in the plain form it does not exist', async () => {
    const elsewhere = await buildPlacement(world.owner, { office: world.elsewhere });
    const answer = await save([{ placementId: elsewhere.id, typed: {} }], { partly: false });
    expect(answer).toMatchObject({ status: 404 });
  });
});

test('an activity goes into the plan in the same step, with what it is for', async () => {
  const placement = await newPlacement();
  const typed = { 'individualMeeting:onSite': '5:00', 'health:onSite': '60' };
  const before = await saved([{ placementId: placement.id, typed }]);
  expect(before.rows).toMatchObject([{ row: { row: { state: 'blocked' } } }]);
  const { seen } = await gridRow(placement);
  const addToPlan = [{ activity: 'health', purpose: 'Orka mer', goal: 'Gå varje dag' }];
  const after = await saved([{ placementId: placement.id, seen, typed, addToPlan }]);
  expect(after.rows).toMatchObject([{ kind: 'saved', row: { row: { state: 'ready' } } }]);
  const plans = await world.owner.plan.findMany({
    where: { placementId: placement.id },
    include: { activities: true },
  });
  expect(plans.at(-1)?.activities).toContainEqual(expect.objectContaining(addToPlan[0] ?? {}));
});

test('nobody else’s typing is kept in the name of who has signed in since', async () => {
  const placement = await newPlacement();
  const rows = [{ placementId: placement.id, typed: { 'mapping:onSite': '60' } }];
  expect(await save(rows, { typedBy: colleague.personId })).toMatchObject({ status: 403 });
});

describe('a draft with a cell that cannot be read', () => {
  test('is not among what a signatory can send', async () => {
    const placement = await newPlacement();
    await saved([
      { placementId: placement.id, typed: { 'individualMeeting:onSite': '5:00', 'mapping:onSite': 'x' } },
    ]);
    const signatory = await world.staff('signatory');
    const input = { month, office: '', placementIds: [placement.id] } as const;
    const result = await world.read(
      attestPreview,
      { ...input, placementIds: [placement.id] },
      { actor: signatory, now },
    );
    expect(result).toMatchObject({ value: { rows: [], left: [{ state: 'blocked' }] } });
  });

  test('is not replaced by the same month from the provider’s own system', async () => {
    const placement = await newPlacement();
    const typed = { 'individualMeeting:onSite': '5:00', 'mapping:onSite': 'x' };
    await saved([{ placementId: placement.id, typed }]);
    const system = await buildApiClient(world.owner, { provider: world.office.provider });
    const row = { activity: 'individualMeeting', form: 'onSite', minutes: 300 };
    const rows = [{ implementation_reference: placement.reference, month, ...row }];
    const answer = await world.run(submitRows, { rows }, { actor: system, now });
    expect(answer).toMatchObject({ error: { problem: { errors: [{ code: 'DRAFT_EXISTS' }] } } });
    expect(await draftOf(placement)).toMatchObject({ unread: [{ text: 'x' }] });
  });

  test('is not sent past the rules of the application either', async () => {
    const placement = await newPlacement();
    await saved([{ placementId: placement.id, typed: { 'mapping:onSite': 'x' } }]);
    const insert = world.owner
      .$executeRaw`INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, status,
        submitted_on, submitted_at, source, content_hash, decide_by, amount_ore)
      SELECT gen_random_uuid(), p.id, p.participant_id, p.provider_id, p.office_id, '2026-03-01', 1, 'submitted', '2026-04-02', now(), 'form',
        '\\x00', '2026-04-30', 0 FROM placement p WHERE p.id = ${placement.id}::uuid`;
    await expect(insert).rejects.toThrow(/unread cells/);
  });
});
