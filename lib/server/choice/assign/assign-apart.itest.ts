import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignByProximity } from '#lib/server/choice/assign/assign-by-proximity.ts';
import { type Assigning, NIGHT, openAssigning } from '#lib/server/choice/assign/testing/assigning.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { execute } from '#lib/server/command/execute.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';

let on: Assigning;
beforeAll(async () => {
  on = await openAssigning();
});
afterAll(() => on.close());

/** Until so many wait for a lock of some contract's places. */
async function untilWaiting(count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [found] = await on.owner.$queryRaw<{ readonly waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    if (found?.waiting === count) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  throw new Error(`there were never ${count} who waited`);
}

test('who chooses while the night looks at white spots of the area waits for it, and neither breaks the other off', async () => {
  const area = await on.newArea();
  const offices = [await on.officeIn(area, 600), await on.officeIn(area, 601)].toSorted((a, b) =>
    a.contract.id < b.contract.id ? -1 : 1,
  );
  const [first, last] = offices;
  if (first === undefined || last === undefined) throw new Error('two offices');
  const decision = await on.waitingIn(area, { chooseBy: '2026-05-27' });
  const actor = await buildParticipantActor(on.owner, decision.participant);
  // The night has the first contract's places and waits for the last one's; then the participant has the decision and waits for the first.
  const [night, choice] = await on.owner
    .$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('contract places ' || ${last.contract.id}, 0))`;
        const job = Promise.allSettled([assignByProximity(on.worker, NIGHT)]);
        await untilWaiting(1);
        const input = { decisionId: decision.id, decisionVersion: 1, officeId: first.id };
        const chosen = execute(chooseProvider, input, {
          database: on.app,
          actor,
          now: NIGHT,
          idempotencyKey: newId(),
        });
        await untilWaiting(2);
        return [job, chosen] as const;
      },
      { timeout: 20_000 },
    )
    .then(([job, chosen]) => Promise.all([job, chosen]));
  expect(night).toMatchObject([{ status: 'fulfilled', value: { whiteSpots: 1 } }]);
  expect(choice).toMatchObject({ ok: true });
});

test('an area that fails is told of when all others have been done, and is done the next time', async () => {
  const areas = [await on.newArea(), await on.newArea(), await on.newArea()].toSorted();
  const decisions: BuiltDecision[] = [];
  for (const area of areas) {
    await on.officeIn(area, 1);
    decisions.push(await on.waitingIn(area));
  }
  const placed = async () =>
    (await Promise.all(decisions.map(on.placementOf))).map((placement) => placement !== null);
  // Whatever breaks one area: here its participant cannot be placed.
  const broken = decisions[1]?.participant.id ?? '';
  await on.owner.$executeRawUnsafe(
    `ALTER TABLE placement ADD CONSTRAINT broken CHECK (participant_id <> '${broken}') NOT VALID`,
  );
  await expect(assignByProximity(on.worker, NIGHT)).rejects.toMatchObject({
    message: expect.stringMatching(/^1 of \d areas/),
    errors: [{ message: expect.stringContaining(areas[1] ?? '') }],
  });
  expect(await placed()).toEqual([true, false, true]);
  await on.owner.$executeRawUnsafe('ALTER TABLE placement DROP CONSTRAINT broken');
  expect(await assignByProximity(on.worker, NIGHT)).toMatchObject({ assigned: 1 });
  expect(await placed()).toEqual([true, true, true]);
});
