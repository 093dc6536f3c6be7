import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { RegisterOutcomeInput } from '#lib/schemas/outcome.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { correctOutcome } from '#lib/server/outcome/correct-outcome.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { outcomeDesk } from '#lib/server/outcome/outcome-desk.ts';
import { registerOutcome } from '#lib/server/outcome/register-outcome.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';
import { confirmed, SEEN, SPELL, TYPED } from '#lib/server/outcome/testing/written-down.ts';
import { withdrawOutcome } from '#lib/server/outcome/withdraw-outcome.ts';
import { reviewQueue } from '#lib/server/review/review-queue.ts';
import { WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

let setup: RunSetup;
let database: Database;
let office: BuiltOffice;
let caseworker: AuthorityActor;
let reviewer: AuthorityActor;
let signatory: ProviderActor;
beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 8);
  const provider = await buildProvider(setup.owner);
  office = await buildOffice(setup.owner, { provider });
  caseworker = await buildAuthorityActor(setup.owner, 'caseworker');
  reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
  signatory = await buildProviderActor(setup.owner, 'signatory', { provider });
});
afterAll(async () => {
  await database.$disconnect();
  await closeRunSetup(setup);
});

let placement: BuiltPlacement;
// The first service pays a result after four months: work from 2 March is due on 2 July.
let today = plainDate('2026-07-10');

/** Level B from 2 January 2026, ended by work from 2 March; each test on days of its own. */
beforeEach(async () => {
  today = addDays(today, 10);
  placement = await buildPlacement(setup.owner, {
    office,
    level: 'B',
    from: '2026-01-02',
    end: '2026-03-02',
    endReason: 'outcome',
  });
});

async function register(change: Partial<RegisterOutcomeInput> = {}, key = newId()) {
  const typed = { ...TYPED, ...change };
  const input = { placementId: placement.id, ...typed, confirmed: confirmed(typed, today), ...change };
  return await execute(registerOutcome, input, onDay(database, caseworker, today, key));
}
async function registered(): Promise<string> {
  const result = await register();
  if (result.ok) return result.value.outcomeId;
  throw new Error(JSON.stringify(result.error));
}
async function decide(outcomeId: string, change: object, actor = reviewer, day = today) {
  const { version } = await setup.owner.outcome.findUniqueOrThrow({ where: { id: outcomeId } });
  return await execute(decideOnOutcome, { outcomeId, version, ...change }, onDay(database, actor, day));
}
async function review(outcomeId: string, day = today) {
  const page = await ask(
    reviewOutcome,
    { outcomeId },
    { database, actor: reviewer, now: new Date(`${day}T11:00:00Z`) },
  );
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
}
const why = { reasonCode: 'evidenceInsufficient', reason: 'Lönespecifikationen gäller en annan månad.' };

describe('an outcome', () => {
  it('is written down for the placement that it belongs to alone: the same work is not paid twice', async () => {
    const { participant } = placement;
    await buildPlacement(setup.owner, { office, participant, from: '2026-03-16' });
    const later = {
      from: '2026-04-01',
      signalledOn: '2026-04-02',
      spells: [{ ...SPELL, from: '2026-04-01' }],
    };
    expect(await register(later)).toMatchObject({
      ok: false,
      error: { problem: { status: 422, errors: [{ pointer: '/from', code: 'otherPlacement' }] } },
    });
    expect((await register()).ok).toBe(true);
  });

  it('that a caseworker writes down pays nothing before it is approved, and then what was shown', async () => {
    const outcomeId = await registered();
    expect((await postedByRun(setup, addDays(today, -1))).get(placement.id)).toBeUndefined();
    const { effects, standing } = await review(outcomeId);
    expect(standing.amounts.map(({ key, after }) => [key, after])).toMatchObject([
      ['result:4', { kind: 'notPayable', reason: 'notVerified', amountOre: 2_200_000 }],
      ['speed', { kind: 'notPayable', reason: 'notVerified' }],
      ['supplement', { kind: 'notPayable', reason: 'notVerified', amountOre: 350_000 }],
    ]);
    const [shortStep, dueStep, ...further] = effects?.approve ?? [];
    expect(shortStep).toMatchObject({ verifiedThrough: null, effect: { nextAfterOre: 0 } });
    expect(dueStep).toMatchObject({ verifiedThrough: '2026-07-02' });
    expect(further).toEqual([]);
    // 22 000 kr result, 3 500 kr supplement, and the unused working days from 2 March to 30 June × 65 kr.
    const shown = dueStep?.effect.nextAfterOre ?? 0;
    expect(shown).toBeGreaterThan(2_200_000 + 350_000);
    expect(
      (await decide(outcomeId, { decision: 'approve', verifiedLastDay: '2026-07-01', reason: SEEN })).ok,
    ).toBe(true);
    expect((await postedByRun(setup, today)).get(placement.id)).toBe(shown);
    expect(await setup.owner.outcomeDecision.findFirstOrThrow({ where: { outcomeId } })).toMatchObject({
      effectOre: BigInt(shown),
      nextOre: BigInt(shown),
    });
  });

  it('that is approved without evidence that reaches waits in the queue until it does', async () => {
    const outcomeId = await registered();
    await decide(outcomeId, { decision: 'approve', verifiedLastDay: '2026-06-30', reason: SEEN });
    expect((await postedByRun(setup, today)).get(placement.id)).toBeUndefined();
    const asked = { ...WHOLE_QUEUE, kind: 'outcome' } as const;
    const now = new Date(`${today}T11:00:00Z`);
    const queue = await ask(reviewQueue, asked, { database, actor: reviewer, now });
    if (!queue.ok) throw new Error(queue.error.code);
    const line = queue.value.cases.find(({ id }) => id === outcomeId);
    expect(line).toMatchObject({ outcome: { why: 'due' }, dueOn: '2026-07-02' });
    const later = addDays(today, 1);
    await decide(
      outcomeId,
      { decision: 'approve', verifiedLastDay: '2026-07-01', reason: SEEN },
      reviewer,
      later,
    );
    expect((await postedByRun(setup, later)).get(placement.id)).toBe(line?.amountOre);
    const after = await ask(reviewQueue, asked, { database, actor: reviewer, now });
    expect(after.ok && after.value.cases.some(({ id }) => id === outcomeId)).toBe(false);
  });

  it('that is refused reaches those who attest at the provider, which an approval does not', async () => {
    const outcomeId = await registered();
    const own = { subjectId: outcomeId, personId: signatory.personId };
    await decide(outcomeId, { decision: 'approve', verifiedLastDay: '2026-06-30', reason: SEEN });
    expect(await setup.owner.notification.count({ where: own })).toBe(0);
    await decide(outcomeId, { decision: 'reject', ...why });
    expect(await setup.owner.notification.findMany({ where: own })).toMatchObject([
      { event: 'outcomeDecided', path: `/provider/outcomes/${outcomeId}`, mail: 'waiting' },
    ]);
  });

  it('that is rejected, corrected or withdrawn after it was paid is set off by what was shown', async () => {
    const outcomeId = await registered();
    await decide(outcomeId, { decision: 'approve', verifiedLastDay: '2026-07-01', reason: SEEN });
    const paid = (await postedByRun(setup, today)).get(placement.id) ?? 0;
    const second = addDays(today, 1);
    expect((await review(outcomeId, second)).effects?.reject.nextAfterOre).toBe(-paid);
    expect((await decide(outcomeId, { decision: 'reject', ...why }, reviewer, second)).ok).toBe(true);
    expect((await postedByRun(setup, second)).get(placement.id)).toBe(-paid);

    const third = addDays(today, 2);
    await decide(
      outcomeId,
      { decision: 'approve', verifiedLastDay: '2026-07-01', reason: SEEN },
      reviewer,
      third,
    );
    expect((await postedByRun(setup, third)).get(placement.id)).toBe(paid);

    const fourth = addDays(today, 3);
    const typed = { ...TYPED, spells: [{ ...SPELL, extentPercent: '60' }] };
    const desk = await ask(
      outcomeDesk,
      { placementId: placement.id, typed },
      { database, actor: caseworker, now: new Date(`${fourth}T11:00:00Z`) },
    );
    if (!desk.ok || desk.value.saving === null || desk.value.current === null) throw new Error('no desk');
    expect(desk.value.saving.effect.nextAfterOre).toBe(-paid);
    const { version } = desk.value.current;
    const corrected = await execute(
      correctOutcome,
      { outcomeId, version, ...typed, confirmed: desk.value.saving.confirmation },
      onDay(database, caseworker, fourth),
    );
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.error));
    expect((await postedByRun(setup, fourth)).get(placement.id)).toBe(-paid);
    expect(await setup.owner.outcome.findUniqueOrThrow({ where: { id: outcomeId } })).toMatchObject({
      status: 'superseded',
    });
    // 60 per cent: result pay and supplement, no speed bonus.
    const fifth = addDays(today, 4);
    const next = corrected.value.outcomeId;
    expect((await review(next, fifth)).effects?.approve.at(-1)?.effect.nextAfterOre).toBe(2_550_000);
    await decide(next, { decision: 'approve', verifiedLastDay: '2026-07-01', reason: SEEN }, reviewer, fifth);
    expect((await postedByRun(setup, fifth)).get(placement.id)).toBe(2_550_000);

    const sixth = addDays(today, 5);
    const input = { outcomeId: next, version: 2, reason: 'Anställningen blev aldrig av.' };
    expect((await execute(withdrawOutcome, input, onDay(database, caseworker, sixth))).ok).toBe(true);
    expect((await postedByRun(setup, sixth)).get(placement.id)).toBe(-2_550_000);
    expect((await register()).ok).toBe(true);
  });
});

describe('what is written down', () => {
  it('is asked about before it is saved, and is saved once', async () => {
    expect(await register({ confirmed: '' })).toMatchObject({
      error: { problem: { code: 'confirmOutcome' } },
    });
    // Confirmed for something else than what is sent: its kronor have not been seen.
    const other = confirmed({ ...TYPED, signalledOn: '2026-03-04' }, today);
    expect(await register({ confirmed: other })).toMatchObject({
      error: { problem: { code: 'confirmOutcome' } },
    });
    const key = newId();
    const all = await Promise.all(Array.from({ length: 5 }, () => register({}, key)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await setup.owner.outcome.count({ where: { placementId: placement.id } })).toBe(1);
    expect(await register()).toMatchObject({ error: { problem: { code: 'outcomeExists', status: 409 } } });
  });

  it('may add up to more than all of a day, if that is said', async () => {
    const second = {
      ...SPELL,
      employerKind: 'foreign',
      employerOrgNo: '',
      employerName: 'Bager A/S',
      extentPercent: '50',
    };
    const spells = [SPELL, second];
    expect(await register({ spells })).toMatchObject({
      error: { problem: { status: 422, errors: [{ pointer: '/overFull' }] } },
    });
    expect((await register({ spells, overFull: true })).ok).toBe(true);
  });

  it('is refused with every fault at its field', async () => {
    const spells = [{ ...SPELL, through: '2026-01-01', employerOrgNo: '5599458023' }];
    const result = await register({ type: '', signalledOn: addDays(today, 1), spells });
    expect(result).toMatchObject({ error: { problem: { status: 422 } } });
    if (result.ok) throw new Error('it was taken');
    expect(result.error.problem.errors.map(({ pointer }) => pointer)).toEqual([
      '/type',
      '/signalledOn',
      '/spells/0/through',
      '/spells/0/employerOrgNo',
    ]);
  });
});

describe('a decision about an outcome', () => {
  it('is nobody’s own, in the portal and in the database', async () => {
    const outcomeId = await registered();
    const person = {
      id: caseworker.personId,
      givenName: caseworker.givenName,
      familyName: caseworker.familyName,
    };
    const both = await buildAuthorityActor(setup.owner, 'reviewer', { person });
    expect(await decide(outcomeId, { decision: 'approve' }, both)).toMatchObject({
      error: { problem: { status: 403, errors: [{ code: 'ownSubmission' }] } },
    });
    const row = { id: newId(), outcomeId, decision: 'approve', decidedAt: new Date() };
    await expect(
      setup.owner.outcomeDecision.create({ data: { ...row, decidedByPersonId: caseworker.personId } }),
    ).rejects.toThrow('nobody decides on their own submission');
  });

  it('is a reviewer’s, of a version that was seen, with a reason and a day that has come', async () => {
    const outcomeId = await registered();
    const given = { outcomeId, version: 1, decision: 'approve', verifiedLastDay: '' };
    for (const actor of [caseworker, signatory]) {
      expect(await execute(decideOnOutcome, given, onDay(database, actor, today))).toMatchObject({
        error: { problem: { status: 403 } },
      });
    }
    expect(
      await execute(decideOnOutcome, { ...given, version: 7 }, onDay(database, reviewer, today)),
    ).toMatchObject({
      error: { problem: { status: 409 } },
    });
    expect(await decide(outcomeId, { decision: 'reject' })).toMatchObject({
      error: { problem: { status: 422, errors: [{ pointer: '/reasonCode' }, { pointer: '/reason' }] } },
    });
    expect(
      await decide(outcomeId, { decision: 'approve', verifiedLastDay: addDays(today, 1) }),
    ).toMatchObject({
      error: { problem: { errors: [{ pointer: '/verifiedLastDay', code: 'verifiedOutside' }] } },
    });
  });
});
