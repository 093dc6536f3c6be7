import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { uniqueReference } from '#lib/server/testing/builders/sequence.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { addDays, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** Half a year after the decision: its first service period has passed, and nobody was chosen for it. */
const now = new Date('2026-11-24T10:00:00+01:00');
let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

async function halfOver() {
  const decision = await buildUnplacedDecision(world.owner, { from: '2026-05-18' });
  const from = addDays(plainDate('2026-05-18'), 180);
  await world.owner.servicePeriod.create({
    data: {
      id: newId(),
      implementationReference: uniqueReference(),
      decisionId: decision.id,
      number: 2,
      from: toUtcDate(from),
      to: toUtcDate(addDays(from, 180)),
    },
  });
  return { decision, actor: await buildParticipantActor(world.owner, decision.participant) };
}

test('a second tab is told that it is chosen, also where a period has passed that nobody was chosen for', async () => {
  const { decision, actor } = await halfOver();
  const choose = (decisionVersion: number) =>
    world.run(
      chooseProvider,
      { decisionId: decision.id, decisionVersion, officeId: world.office.id },
      { actor, now },
    );
  expect(await choose(1)).toMatchObject({ ok: true });
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const seen of [1, 2])
    expect(await choose(seen)).toMatchObject({ error: { problem: { code: 'alreadyChosen' } } });
});
