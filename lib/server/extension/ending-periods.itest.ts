import { afterAll, beforeAll, expect, it } from 'vitest';
import { showHome } from '#lib/server/participant/show-home.ts';
import { extensionKind } from '#lib/server/extension/extension-kind.ts';
import { listEndingPeriods } from '#lib/server/extension/list-ending-periods.ts';
import { declineExtension } from '#lib/server/placement-decision/extend-placement.ts';
import {
  buildDecisionWorld,
  type DecisionWorld,
  valueOf,
  ways,
} from '#lib/server/placement-decision/testing/decision-world.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';

let world: DecisionWorld;
beforeAll(async () => {
  world = await buildDecisionWorld();
});
afterAll(() => world.close());

const TYPED = {
  done: 'Vi har haft tjugo möten och fyra studiebesök hos arbetsgivare.',
  progress: 'Deltagaren kan nu presentera sig på svenska för en arbetsgivare.',
  remains: 'Svenskan på arbetsplatsen, och att hitta rätt bransch att söka i.',
  why: 'En period till ger tid för praktik hos två arbetsgivare som har sagt ja.',
  aim: 'Anställning i lager eller butik före periodens slut, på minst halvtid.',
};
const todo = async (day: string) =>
  valueOf(await world.read(todoList, { mine: true }, world.at(world.coach, day))).items.flatMap((item) =>
    item.kind === 'extension' ? [`${item.dueOn} ${item.count}`] : [],
  );
const ending = async (day: string, within: 30 | 60 | 90 = 60) =>
  valueOf(await world.read(listEndingPeriods, { within, page: 1 }, world.at(world.coach, day)));

it('asks for the basis from 30 days before it is due until it is sent, and tells who ends when', async () => {
  // The first periods end on 30 June; their bases are due on 9 June.
  const [first, second] = [await world.place(), await world.place()];
  await world.place({ periods: 2 });
  await world.place({ end: '2026-05-01', endReason: 'switch' });
  expect(await todo('2026-05-09')).toEqual([]);
  expect(await todo('2026-05-10')).toEqual(['2026-06-09 2']);
  // What was due before today stands with yesterday.
  expect(await todo('2026-06-15')).toEqual(['2026-06-14 2']);
  valueOf(await ways(world, extensionKind).submit(first.id, TYPED, world.at(world.coach, '2026-06-01')));
  const input = { placementId: second.id, version: 1, reason: 'Deltagaren ska studera i höst.' };
  expect(await todo('2026-06-02')).toEqual(['2026-06-09 1']);
  valueOf(await world.run(declineExtension, input, world.at(world.decider, '2026-06-02')));
  expect(await todo('2026-06-03')).toEqual([]);
  const list = await ending('2026-06-03');
  expect(
    list.periods.map(({ placementId, status, isDeclined, dueOn }) => [
      placementId,
      status,
      isDeclined,
      dueOn,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [first.id, 'submitted', false, '2026-06-09'],
      [second.id, null, true, '2026-06-09'],
    ]),
  );
  expect(list.total).toBe(2);
  expect((await ending('2026-05-30', 30)).total).toBe(0);
  expect((await ending('2026-05-31', 30)).total).toBe(2);
  expect((await ending('2026-07-01')).total).toBe(0);
});

it('asks for no completion of what has been decided without it', async () => {
  const placement = await world.place();
  const on = ways(world, extensionKind);
  const { documentId } = valueOf(await on.submit(placement.id, TYPED, world.at(world.coach, '2026-06-01')));
  const more = { verdict: 'return', reason: 'Beskriv målet tydligare.' };
  valueOf(await on.decide(documentId, more, world.at(world.decider, '2026-06-02')));
  const returned = async (day: string) =>
    valueOf(await world.read(todoList, { mine: true }, world.at(world.coach, day))).items.flatMap((item) =>
      item.kind === 'returnedDocument' ? [item.documentId] : [],
    );
  expect(await returned('2026-06-03')).toEqual([documentId]);
  // The period goes by without an answer.
  expect(await returned('2026-07-01')).toEqual([]);
});

it('tells the participant what is asked for, then what is decided and why, and no kronor', async () => {
  const participant = await buildParticipant(world.owner);
  const self = await buildParticipantActor(world.owner, participant);
  const placement = await world.place({ participant });
  const home = async (day: string) => valueOf(await world.read(showHome, {}, world.at(self, day))).decided;
  expect(await home('2026-06-01')).toEqual({ decisions: [], asked: null });
  const { documentId } = valueOf(
    await ways(world, extensionKind).submit(placement.id, TYPED, world.at(world.coach, '2026-06-01')),
  );
  expect(await home('2026-06-02')).toEqual({ decisions: [], asked: { documentId, answerBy: '2026-06-30' } });
  valueOf(
    await ways(world, extensionKind).decide(
      documentId,
      { verdict: 'reject', reason: 'Målet nås utan en period till.' },
      world.at(world.decider, '2026-06-03'),
    ),
  );
  const told = await home('2026-06-04');
  expect(told).toMatchObject({
    asked: null,
    decisions: [{ kind: 'noExtension', reason: 'Målet nås utan en period till.', decidedOn: '2026-06-03' }],
  });
  expect(JSON.stringify(told)).not.toContain('Ore');
});
