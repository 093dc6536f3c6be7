import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { newId } from '#lib/server/ids.ts';
import { chooseLanguage } from '#lib/server/person/choose-language.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

async function choose(actor: Actor, locale: string) {
  const context = { database: world.app, actor, now: new Date(), idempotencyKey: newId() };
  return await execute(chooseLanguage, { locale }, context);
}

async function localeOf(personId: string): Promise<string> {
  return (await world.owner.person.findUniqueOrThrow({ where: { id: personId } })).locale;
}

test('a person’s language is kept, and nobody else’s is touched', async () => {
  const chooser = await buildParticipantActor(world.owner, await buildParticipant(world.owner, {}));
  const other = await buildParticipantActor(world.owner, await buildParticipant(world.owner, {}));
  expect(await choose(chooser, 'prs')).toMatchObject({ ok: true });
  expect([await localeOf(chooser.personId), await localeOf(other.personId)]).toEqual(['prs', 'sv']);
});

test('a language that the portal does not have is refused', async () => {
  const chooser = await buildParticipantActor(world.owner, await buildParticipant(world.owner, {}));
  expect(await choose(chooser, 'de')).toMatchObject({ ok: false });
  expect(await localeOf(chooser.personId)).toBe('sv');
});
