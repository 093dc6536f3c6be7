import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { intakeListInput } from '#lib/schemas/intake.ts';
import { intakeList } from '#lib/server/intake/intake-list.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-05-12T08:00:00Z');
let world: World;
let intake: ProviderActor;
let begun: BuiltPlacement;
let soon: BuiltPlacement;
let later: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  const { office, owner } = world;
  intake = await world.staff('intake');
  const participant = await buildParticipant(owner, {
    givenName: 'Åsa',
    familyName: 'Ås',
    language: 'so',
    needsLanguageSupport: true,
  });
  begun = await buildPlacement(owner, { office, from: '2026-05-04', participant, level: 'C' });
  soon = await buildPlacement(owner, { office, from: '2026-05-20' });
  later = await buildPlacement(owner, { office, from: '2026-07-01' });
  await buildPlacement(owner, { office, from: '2025-01-02', end: '2025-03-01' });
  // At another provider, and so in none of the lists.
  await buildPlacement(owner, { office: world.elsewhere, from: '2026-05-18' });
});
afterAll(() => world.close());

async function list(search: Record<string, string>) {
  const input = { ...intakeListInput.parse(search), done: null };
  const read = await world.read(intakeList, input, { actor: intake, now });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('the list of new participants', () => {
  test('is narrowed by start, level, language, office and search, and ordered', async () => {
    const ids = async (search: Record<string, string>) =>
      (await list(search)).participants.map(({ placementId }) => placementId);
    expect(await ids({})).toEqual([begun.id, soon.id, later.id]);
    expect(await ids({ start: 'begun' })).toEqual([begun.id]);
    expect(await ids({ start: 'soon' })).toEqual([soon.id]);
    expect(await ids({ start: 'later' })).toEqual([later.id]);
    expect(await ids({ language: 'so' })).toEqual([begun.id]);
    expect(await ids({ level: 'C' })).toEqual([begun.id]);
    expect(await ids({ q: 'åsa' })).toEqual([begun.id]);
    expect(await ids({ q: soon.reference })).toEqual([soon.id]);
    expect(await ids({ office: world.elsewhere.id })).toEqual([]);
    expect((await ids({ order: 'level' }))[0]).toBe(begun.id);
    expect(await list({ language: 'so' })).toMatchObject({ all: 3, begun: 1, total: 1 });
  });

  test('suggests a coach with the reasons, and chooses nobody', async () => {
    const coach = await world.staff('coach');
    const { participants } = await list({});
    expect(participants[0]?.suggestion).toMatchObject({
      personId: coach.personId,
      because: ['fewest'],
      most: 50,
    });
  });

  test('is for those who receive participants', async () => {
    for (const role of ['coach', 'reporter', 'signatory'] as const) {
      const actor = await world.staff(role);
      const read = await world.read(intakeList, { ...intakeListInput.parse({}), done: null }, { actor, now });
      expect(read).toMatchObject({ ok: false, error: { status: 403 } });
    }
  });
});
