import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { listOutcomes } from '#lib/server/outcome/list-outcomes.ts';
import { discardOutcomeDraft, saveOutcomeDraft } from '#lib/server/outcome/outcome-draft.ts';
import { outcomeReportForm } from '#lib/server/outcome/outcome-report-form.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';
import { showOutcome } from '#lib/server/outcome/show-outcome.ts';
import { takeBackOutcome } from '#lib/server/outcome/take-back-outcome.ts';
import {
  buildOutcomeReports,
  type OutcomeReports,
  reporting,
  SPELL,
  TYPED,
} from '#lib/server/outcome/testing/outcome-reports.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

const RETURN = { decision: 'return', reasonCode: 'evidenceInsufficient', reason: 'Vilken är omfattningen?' };

let world: OutcomeReports;
let placement: BuiltPlacement;
let reports: ReturnType<typeof reporting>;

beforeAll(async () => {
  world = await buildOutcomeReports();
});
afterAll(() => world.close());
beforeEach(async () => {
  // Level B, 2 January to 30 June 2026.
  placement = await buildPlacement(world.owner, { office: world.office, level: 'B' });
  reports = reporting(world, placement);
});

describe('an outcome report', () => {
  it('begins with the confirmed signal, is previewed, and comes in from the day of the signal', async () => {
    await reports.signalled();
    const empty = await ask(
      outcomeReportForm,
      { placementId: placement.id, replacesId: null, typed: null },
      reports.by(world.coach),
    );
    expect(empty.ok && empty.value).toMatchObject({
      refused: null,
      signalledOn: '2026-03-16',
      values: { from: '2026-04-01' },
    });
    expect(await reports.send({ confirmed: '' })).toMatchObject({
      error: { problem: { code: 'confirmOutcome' } },
    });
    const id = await reports.sent();
    expect(await reports.stored(id)).toMatchObject({
      status: 'submitted',
      signalledOn: new Date('2026-03-16T00:00:00Z'),
      submittedByPersonId: world.coach.personId,
    });
    const told = await world.owner.notification.findMany({
      where: { event: 'outcomeReportArrived', subjectId: id },
    });
    expect(told.map(({ personId }) => personId)).toEqual([world.reviewer.personId]);
  });

  it('waits for the signal to be confirmed, and comes in once', async () => {
    expect(await reports.send()).toMatchObject({ error: { problem: { code: 'signalNotConfirmed' } } });
    await reports.signalled();
    const key = newId();
    const both = await Promise.all([reports.send({}, world.coach, key), reports.send({}, world.coach, key)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await world.owner.outcome.count({ where: { placementId: placement.id } })).toBe(1);
    expect(await reports.send()).toMatchObject({ error: { problem: { code: 'outcomeExists' } } });
  });

  it('names every fault at its field: check digits, overlaps with one employer, days ahead; asks about more than full time', async () => {
    await reports.signalled();
    const spells = [
      { ...SPELL, employerOrgNo: '5599458023' },
      { ...SPELL, through: '2026-03-31' },
    ];
    const faulty = await reports.send({ spells, from: '2026-05-01' });
    if (faulty.ok) throw new Error('it was taken');
    expect(faulty.error.problem.errors.map(({ pointer }) => pointer)).toEqual([
      '/from',
      '/spells/0/employerOrgNo',
      '/spells/1/through',
    ]);
    expect(await reports.send({ spells: [SPELL, { ...SPELL, extentPercent: '20' }] })).toMatchObject({
      error: { problem: { errors: [{ code: 'spellsOverlap' }] } },
    });
    const foreign = { ...SPELL, employerKind: 'foreign', employerOrgNo: '', employerName: 'Bager A/S' };
    expect(await reports.send({ spells: [SPELL, foreign] })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/overFull' }] } },
    });
    expect((await reports.send({ spells: [SPELL, foreign], overFull: true })).ok).toBe(true);
  });

  it('that is returned is completed as a linked version; what was approved is put right by one, too', async () => {
    await reports.signalled();
    const first = await reports.sent();
    expect((await reports.decide(first, RETURN)).ok).toBe(true);
    const page = await ask(showOutcome, { outcomeId: first }, reports.by(world.coach));
    expect(page.ok && page.value).toMatchObject({ step: { kind: 'reportReturned' }, amounts: null });
    const change = { replacesId: first, version: 2, spells: [{ ...SPELL, extentPercent: '80' }] };
    expect(await reports.send({ ...change, version: 1 })).toMatchObject({
      error: { problem: { status: 409 } },
    });
    const second = await reports.sent(change);
    expect(await reports.stored(first)).toMatchObject({ status: 'superseded' });
    expect(await reports.stored(second)).toMatchObject({
      supersedesId: first,
      number: 2,
      signalledOn: new Date('2026-03-16T00:00:00Z'),
    });
    await reports.decide(second, { decision: 'approve', verifiedLastDay: '' });
    const third = await reports.sent({ replacesId: second, version: 2 });
    expect(await reports.stored(third)).toMatchObject({ status: 'submitted', number: 3 });
  });

  it('that comes after its day counts from its signal all the same', async () => {
    await reports.signalled();
    // It was awaited by 1 August, when four months had passed.
    const late = reporting(world, placement, '2026-09-07');
    const outcomeId = await late.sent();
    const through = { verifiedLastDay: '2026-09-06', reason: 'Intyget kom med posten.' };
    expect((await late.decide(outcomeId, { decision: 'approve', ...through })).ok).toBe(true);
    const page = await ask(reviewOutcome, { outcomeId }, late.by(world.reviewer));
    expect(page.ok && page.value.outcome.signalledOn).toBe('2026-03-16');
    expect(page.ok && page.value.standing.amounts.map(({ key, after }) => [key, after.kind])).toEqual([
      ['result:4', 'line'],
      ['speed', 'line'],
      ['supplement', 'line'],
    ]);
  });

  it('is taken back before anybody has decided, not after', async () => {
    await reports.signalled();
    const id = await reports.sent();
    expect((await execute(takeBackOutcome, { outcomeId: id, version: 1 }, reports.by(world.coach))).ok).toBe(
      true,
    );
    const again = await reports.sent();
    await reports.decide(again, RETURN);
    expect(
      await execute(takeBackOutcome, { outcomeId: again, version: 2 }, reports.by(world.coach)),
    ).toMatchObject({
      error: { problem: { code: 'outcomeDecided' } },
    });
  });

  it('that a caseworker wrote down on the provider’s word is not the provider’s to take back', async () => {
    await reports.signalled();
    const outcomeId = await buildOutcome(world.owner, {
      placement,
      status: 'submitted',
      from: '2026-04-01',
      submittedByPersonId: world.decider.personId,
    });
    const page = await ask(showOutcome, { outcomeId }, reports.by(world.coach));
    expect(page.ok && page.value.moves).toMatchObject({ correct: true, takeBack: false });
    expect(await execute(takeBackOutcome, { outcomeId, version: 1 }, reports.by(world.coach))).toMatchObject({
      error: { problem: { code: 'outcomeNotOwn' } },
    });
    const own = await reports.sent({ replacesId: outcomeId, version: 1 });
    const after = await ask(showOutcome, { outcomeId: own }, reports.by(world.coach));
    expect(after.ok && after.value.moves.takeBack).toBe(true);
  });

  it('is drafted by a coach and sent by a reporter, of their own offices', async () => {
    await reports.signalled();
    const draft = { placementId: placement.id, draftVersion: 0, ...TYPED, from: '2026-04-02' };
    expect((await execute(saveOutcomeDraft, draft, reports.by(world.coach))).ok).toBe(true);
    expect(await execute(saveOutcomeDraft, draft, reports.by(world.reporter))).toMatchObject({
      error: { problem: { status: 409 } },
    });
    const resumed = await ask(
      outcomeReportForm,
      { placementId: placement.id, replacesId: null, typed: null },
      reports.by(world.reporter),
    );
    expect(resumed.ok && resumed.value).toMatchObject({ values: { from: '2026-04-02' }, draftVersion: 1 });
    for (const [actor, status] of [
      [world.elsewhereReporter, 404],
      [world.stranger, 404],
      [world.decider, 403],
    ] as const)
      expect(await reports.send({}, actor)).toMatchObject({ error: { problem: { status } } });
    const id = await reports.send({}, world.reporter);
    expect(id.ok).toBe(true);
    expect(await world.owner.outcomeDraft.count({ where: { placementId: placement.id } })).toBe(0);
    await execute(saveOutcomeDraft, draft, reports.by(world.coach));
    expect(
      (await execute(discardOutcomeDraft, { placementId: placement.id }, reports.by(world.coach))).ok,
    ).toBe(true);
    const seen = await ask(listOutcomes, { page: 1 }, reports.by(world.elsewhereReporter));
    expect(seen.ok && seen.value.outcomes.some(({ placementId }) => placementId === placement.id)).toBe(
      false,
    );
    const own = await ask(listOutcomes, { page: 1 }, reports.by(world.reporter));
    expect(
      own.ok && own.value.outcomes.find(({ placementId }) => placementId === placement.id),
    ).toMatchObject({
      step: { kind: 'reportAwaits', day: '2026-08-01' },
      awaitedOre: 2_200_000 + 350_000 + 65 * 6500,
    });
  });

  it('shows its reviewer what is known of the employers', async () => {
    await reports.signalled();
    await world.owner.experience.create({
      data: {
        ...(({ id }) => ({ id, threadId: id }))({ id: newId() }),
        number: 1,
        participantId: placement.participant.id,
        placementId: placement.id,
        kind: 'work',
        what: 'Bagare',
        place: 'Bageriet i Ronneby',
        toYear: 2024,
        source: 'coach',
        writtenByPersonId: world.coach.personId,
        writtenAt: new Date(),
      },
    });
    const outcomeId = await reports.sent();
    const page = await ask(reviewOutcome, { outcomeId }, reports.by(world.reviewer));
    expect(page.ok && page.value.findings.map(({ code }) => code)).toEqual(['EMPLOYED_BEFORE']);
  });

  it('is not decided on by who sent it, in another role', async () => {
    await reports.signalled();
    const outcomeId = await reports.sent();
    const asReviewer = ({ personId: id, givenName, familyName }: PersonActor) =>
      buildAuthorityActor(world.owner, 'reviewer', { person: { id, givenName, familyName } });
    const given = { outcomeId, version: 1, decision: 'approve', verifiedLastDay: '' };
    const decide = async (actor: PersonActor) =>
      await execute(decideOnOutcome, given, reports.by(await asReviewer(actor)));
    expect(await decide(world.coach)).toMatchObject({ error: { problem: { status: 403 } } });
    // Who confirmed the signal handed nothing in.
    expect(await decide(world.decider)).toMatchObject({ ok: true });
  });
});
