import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { setWantedExtent } from '#lib/server/wanted-extent/set-wanted-extent.ts';
import { showWantedExtent } from '#lib/server/wanted-extent/show-wanted-extent.ts';

let setup: RunSetup;
let database: Database;
let office: BuiltOffice;
let caseworker: AuthorityActor;
let assessor: AuthorityActor;
let reviewer: AuthorityActor;
let coach: ProviderActor;
beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 8);
  office = await buildOffice(setup.owner);
  caseworker = await buildAuthorityActor(setup.owner, 'caseworker', { caseMandate: 'decide' });
  assessor = await buildAuthorityActor(setup.owner, 'caseworker', { caseMandate: 'assess' });
  reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
  coach = await buildProviderActor(setup.owner, 'coach', { provider: office.provider });
});
afterAll(async () => {
  await database.$disconnect();
  await closeRunSetup(setup);
});

/** Ended by half-time work from 2 March, approved and shown to the day of the milestone. */
async function halfTime(): Promise<BuiltPlacement> {
  const placement = await buildPlacement(setup.owner, {
    office,
    level: 'B',
    end: '2026-03-02',
    endReason: 'outcome',
  });
  await buildOutcome(setup.owner, {
    placement,
    from: '2026-03-02',
    verifiedThrough: '2026-07-02',
    spells: [{ from: '2026-03-02', extentPercent: 50 }],
  });
  return placement;
}
const REASON = 'Deltagaren vill arbeta halvtid, sagt vid samtal.';
async function set(
  placement: BuiltPlacement,
  change: object = {},
  day = '2026-07-11',
  actor: AuthorityActor | ProviderActor = caseworker,
) {
  const input = {
    placementId: placement.id,
    percent: '50',
    reason: REASON,
    times: 0,
    confirmed: '50',
    ...change,
  };
  return await execute(setWantedExtent, input, onDay(database, actor, day));
}

describe('a wanted extent', () => {
  it('that part-time work meets makes it full-time: the bonus that was shown is what the next statement posts', async () => {
    const placement = await halfTime();
    // Half-time: the result 22 000 kr and the supplement 3 500 kr, no bonus.
    expect((await postedByRun(setup, '2026-07-10')).get(placement.id)).toBe(2_550_000);
    const asked = { placementId: placement.id, typed: '50' };
    const page = await ask(showWantedExtent, asked, onDay(database, caseworker, '2026-07-11'));
    // Unused working days from 2 March to 30 June: 87 × 65 kr.
    expect(page.ok && page.value.effect).toMatchObject({ differenceOre: 565_500, nextAfterOre: 565_500 });
    expect((await set(placement)).ok).toBe(true);
    const outcome = await setup.owner.outcome.findFirstOrThrow({ where: { placementId: placement.id } });
    const review = await ask(
      reviewOutcome,
      { outcomeId: outcome.id },
      onDay(database, reviewer, '2026-07-11'),
    );
    expect(review.ok && review.value.standing.amounts.map(({ key }) => key)).toEqual([
      'result:4',
      'speed',
      'supplement',
    ]);
    expect((await postedByRun(setup, '2026-07-12')).get(placement.id)).toBe(565_500);
    expect((await set(placement, { percent: '100', confirmed: '100', times: 1 }, '2026-07-13')).ok).toBe(
      true,
    );
    expect((await postedByRun(setup, '2026-07-14')).get(placement.id)).toBe(-565_500);
    const later = await ask(showWantedExtent, asked, onDay(database, caseworker, '2026-07-14'));
    expect(later.ok && later.value.history.map(({ percent, reason }) => [percent, reason])).toEqual([
      [100, REASON],
      [50, REASON],
    ]);
  });

  it('is set by a caseworker with the mandate to decide who has seen the latest, and the kronor of it', async () => {
    const placement = await halfTime();
    expect(await set(placement, { confirmed: '' })).toMatchObject({
      error: { problem: { code: 'confirmWantedExtent' } },
    });
    expect(await set(placement, {}, '2026-07-11', coach)).toMatchObject({
      error: { problem: { status: 403 } },
    });
    expect(await set(placement, {}, '2026-07-11', assessor)).toMatchObject({
      error: { problem: { code: 'mandateMissing' } },
    });
    for (const [actor, mayChange] of [
      [assessor, false],
      [caseworker, true],
    ] as const) {
      const asked = { placementId: placement.id, typed: null };
      const page = await ask(showWantedExtent, asked, onDay(database, actor, '2026-07-11'));
      expect(page.ok && page.value.mayChange).toBe(mayChange);
    }
    const both = await Promise.all([set(placement), set(placement)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { problem: { status: 409 } } });
  });

  it('is written by nobody else in the database, in nobody else’s name, and never changed', async () => {
    const placement = await halfTime();
    const { decisionId } = await setup.owner.placement.findUniqueOrThrow({ where: { id: placement.id } });
    const row = { decisionId, percent: 50, reason: REASON, setAt: new Date() };
    const write = (actor: AuthorityActor | ProviderActor, setByPersonId: string) =>
      inTransaction(database, actor, (tx) =>
        tx.wantedExtent.create({ data: { id: newId(), ...row, setByPersonId } }),
      );
    await expect(write(coach, coach.personId)).rejects.toThrow('row-level security');
    await expect(write(reviewer, reviewer.personId)).rejects.toThrow('row-level security');
    await expect(write(assessor, assessor.personId)).rejects.toThrow('row-level security');
    await expect(write(caseworker, reviewer.personId)).rejects.toThrow('row-level security');
    await expect(write(caseworker, caseworker.personId)).resolves.toMatchObject({ percent: 50 });
    await expect(
      inTransaction(database, caseworker, (tx) =>
        tx.wantedExtent.updateMany({ where: { decisionId }, data: { percent: 1 } }),
      ),
    ).rejects.toThrow('permission denied');
  });
});
