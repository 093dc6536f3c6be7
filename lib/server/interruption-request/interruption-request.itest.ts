import { afterAll, beforeAll, expect, it } from 'vitest';
import { endConfirmation } from '#lib/domain/interruption-request/decide-interruption.ts';
import type { InterruptionCause } from '#lib/domain/placement-decision/interruption-cause.ts';
import { interruptionRequestKind } from '#lib/server/interruption-request/interruption-request-kind.ts';
import {
  buildDecisionWorld,
  codeOf,
  type DecisionWorld,
  valueOf,
  ways,
} from '#lib/server/placement-decision/testing/decision-world.ts';
import type { BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

let world: DecisionWorld;
let on: ReturnType<typeof requestWays>;
const requestWays = (given: DecisionWorld) => ways(given, interruptionRequestKind);
beforeAll(async () => {
  world = await buildDecisionWorld();
  on = requestWays(world);
});
afterAll(() => world.close());

const TYPED = {
  cause: 'doesNotTakePart',
  happened: 'Deltagaren har inte kommit till något möte på fem veckor.',
  adapted: 'Vi har bytt till telefonmöten och andra tider på dagen.',
  said: 'Jag orkar inte åka så långt.',
  lastDay: '2026-05-29',
};
const WHY = 'Deltagaren deltar inte trots anpassningar.';

async function sent(typed = TYPED): Promise<{ placement: BuiltPlacement; documentId: string }> {
  const placement = await world.place();
  const { documentId } = valueOf(await on.submit(placement.id, typed, world.at(world.coach, '2026-05-18')));
  return { placement, documentId };
}

/** The answer with the confirmation that the page would show for it. */
async function answerOf(documentId: string, lastDay: string, cause: InterruptionCause = 'doesNotTakePart') {
  const { facts } = valueOf(await on.page(documentId, world.at(world.decider, '2026-05-20')));
  if (facts.money === null) throw new Error('The kronor are not shown');
  const confirmed = endConfirmation({ end: addDays(plainDate(lastDay), 1), cause }, facts.money);
  return { lastDay, cause, confirmed, despiteActivity: false };
}

const placementOf = (id: string) => world.owner.placement.findUniqueOrThrow({ where: { id } });

it('ends the placement on the day decided, with its cause, where its kronor were shown', async () => {
  const { placement, documentId } = await sent();
  valueOf(
    await on.handUp(
      documentId,
      'Jag har ringt deltagaren, som bekräftar.',
      world.at(world.assessor, '2026-05-19'),
    ),
  );
  const answer = await answerOf(documentId, '2026-06-05');
  valueOf(
    await on.decide(
      documentId,
      { verdict: 'approve', reason: WHY, answer },
      world.at(world.decider, '2026-05-20'),
    ),
  );
  expect(await placementOf(placement.id)).toMatchObject({
    end: new Date('2026-06-06'),
    endReason: 'interruption',
    to: new Date('2026-07-01'),
  });
  const decisions = await world.owner.placementDecision.findMany({ where: { placementId: placement.id } });
  expect(decisions).toMatchObject([
    { kind: 'end', onDay: new Date('2026-06-06'), cause: 'doesNotTakePart', documentId, reason: WHY },
  ]);
  expect(decisions[0]?.effectOre).not.toBeNull();
});

it('shows other kronor anew: another day or cause than was seen is not decided', async () => {
  const { placement, documentId } = await sent();
  const answer = await answerOf(documentId, '2026-06-05');
  for (const other of [{ lastDay: '2026-06-04' }, { cause: 'misconduct' }, { confirmed: '' }]) {
    const given = { verdict: 'approve', reason: WHY, answer: { ...answer, ...other } };
    expect(codeOf(await on.decide(documentId, given, world.at(world.decider, '2026-05-20')))).toBe(
      'kronorMoved',
    );
  }
  // The facts move between the reading and the decision: a month is approved, and the end takes some of it back.
  const back = { ...(await answerOf(documentId, '2026-04-10')), despiteActivity: true };
  await buildStoredReport(world.owner, { placement, month: '2026-04', status: 'approved' });
  const given = { verdict: 'approve', reason: WHY, answer: back };
  expect(codeOf(await on.decide(documentId, given, world.at(world.decider, '2026-05-20')))).toBe(
    'kronorMoved',
  );
  expect(await placementOf(placement.id)).toMatchObject({ end: null });
});

it('ends before what is reported only where that is said to be seen', async () => {
  const { placement, documentId } = await sent();
  await buildStoredReport(world.owner, { placement, month: '2026-04', status: 'approved' });
  const answer = await answerOf(documentId, '2026-04-10');
  const given = { verdict: 'approve', reason: WHY, answer };
  const refused = await on.decide(documentId, given, world.at(world.decider, '2026-05-20'));
  expect(refused.ok ? null : refused.error.problem.errors).toMatchObject([
    { pointer: '/answer/despiteActivity', code: 'activityAfter' },
  ]);
  const seen = { ...given, answer: { ...answer, despiteActivity: true } };
  valueOf(await on.decide(documentId, seen, world.at(world.decider, '2026-05-20')));
  const [decision] = await world.owner.placementDecision.findMany({ where: { placementId: placement.id } });
  // What April was paid is taken back in part: its pay days after the 10th.
  expect(Number(decision?.effectOre)).toBeLessThan(0);
});

it('names every fault at its field, and loses nothing', async () => {
  const placement = await world.place();
  const wrong = { cause: 'tired', happened: 'Nej', adapted: '', said: '', lastDay: '2026-06-30' };
  const refused = await on.submit(placement.id, wrong, world.at(world.coach, '2026-05-18'));
  expect(refused.ok ? [] : refused.error.problem.errors.map(({ pointer }) => pointer)).toEqual([
    '/content/cause',
    '/content/happened',
    '/content/adapted',
    '/content/said',
    '/content/lastDay',
  ]);
});

it('is returned for completion, or refused: the placement goes on', async () => {
  const { placement, documentId } = await sent();
  valueOf(
    await on.decide(
      documentId,
      { verdict: 'return', reason: 'Vad säger deltagaren om telefonmöten?' },
      world.at(world.decider, '2026-05-19'),
    ),
  );
  const completed = valueOf(
    await on.submit(
      placement.id,
      { ...TYPED, said: 'Telefon går bra ibland.' },
      world.at(world.coach, '2026-05-20'),
      {
        replacesId: documentId,
      },
    ),
  );
  valueOf(
    await on.decide(
      completed.documentId,
      { verdict: 'reject', reason: 'Pröva telefonmöten i en månad till.' },
      world.at(world.decider, '2026-05-21'),
    ),
  );
  expect(await placementOf(placement.id)).toMatchObject({ end: null, version: 1 });
  // A refused one leaves room for another.
  valueOf(await on.submit(placement.id, TYPED, world.at(world.coach, '2026-06-01')));
});

it('is one at a time, withdrawn or corrected until somebody has begun', async () => {
  const { placement, documentId } = await sent();
  expect(codeOf(await on.submit(placement.id, TYPED, world.at(world.coach, '2026-05-19')))).toBe(
    'requestExists',
  );
  const corrected = valueOf(
    await on.submit(placement.id, { ...TYPED, cause: 'ownWish' }, world.at(world.coach, '2026-05-19'), {
      replacesId: documentId,
      why: 'Deltagaren har hört av sig.',
    }),
  );
  valueOf(await on.withdraw(corrected.documentId, world.at(world.coach, '2026-05-19')));
  const other = await sent();
  valueOf(await on.take(other.documentId, world.at(world.assessor, '2026-05-19')));
  expect(codeOf(await on.withdraw(other.documentId, world.at(world.coach, '2026-05-19')))).toBe(
    'reviewBegun',
  );
});

it('is decided by somebody with the mandate, of the own case neither at another office nor by who handed it up', async () => {
  const { placement, documentId } = await sent();
  const answer = await answerOf(documentId, '2026-06-05');
  const given = { verdict: 'approve', reason: WHY, answer };
  expect(codeOf(await on.decide(documentId, given, world.at(world.assessor, '2026-05-20')))).toBe(
    'mandateMissing',
  );
  valueOf(
    await on.handUp(documentId, 'Jag lämnar över till en kollega.', world.at(world.decider, '2026-05-20')),
  );
  expect(codeOf(await on.decide(documentId, given, world.at(world.decider, '2026-05-20')))).toBe('forbidden');
  for (const actor of [world.elsewhereCoach, world.stranger])
    expect(codeOf(await on.submit(placement.id, TYPED, world.at(actor, '2026-05-20')))).toBe('notFound');
});

it('is not asked for where the placement has ended or its time has passed', async () => {
  const ended = await world.place({ end: '2026-04-01' });
  expect(codeOf(await on.submit(ended.id, TYPED, world.at(world.coach, '2026-05-18')))).toBe('alreadyEnded');
  const over = await world.place();
  expect(codeOf(await on.submit(over.id, TYPED, world.at(world.coach, '2026-07-02')))).toBe('placementOver');
});
