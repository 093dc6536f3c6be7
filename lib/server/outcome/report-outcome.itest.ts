import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { listOutcomes } from '#lib/server/outcome/list-outcomes.ts';
import { discardOutcomeDraft, saveOutcomeDraft } from '#lib/server/outcome/outcome-draft.ts';
import { outcomeReportForm } from '#lib/server/outcome/outcome-report-form.ts';
import { reportOutcome } from '#lib/server/outcome/report-outcome.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';
import { showOutcome } from '#lib/server/outcome/show-outcome.ts';
import { takeBackOutcome } from '#lib/server/outcome/take-back-outcome.ts';
import { confirmedSignal } from '#lib/server/signal/testing/confirmed-signal.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let test: TestDatabase;
let owner: Database;
let database: Database;
let office: BuiltOffice;
let coach: ProviderActor;
let reporter: ProviderActor;
let elsewhere: ProviderActor;
let stranger: ProviderActor;
let decider: AuthorityActor;
let reviewer: AuthorityActor;
let placement: BuiltPlacement;
const TODAY = '2026-04-20';

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  database = openDatabase(test.appUrl, 8);
  await buildReferenceData(owner);
  office = await buildOffice(owner);
  const other = await buildOffice(owner, { provider: office.provider });
  const { provider } = office;
  coach = await buildProviderActor(owner, 'coach', { provider, offices: [office] });
  reporter = await buildProviderActor(owner, 'reporter', { provider, offices: [office] });
  elsewhere = await buildProviderActor(owner, 'reporter', { provider, offices: [other] });
  stranger = await buildProviderActor(owner, 'reporter', { provider: (await buildOffice(owner)).provider });
  decider = await buildAuthorityActor(owner, 'caseworker', { caseMandate: 'decide' });
  reviewer = await buildAuthorityActor(owner, 'reviewer');
});
afterAll(async () => {
  await owner.$disconnect();
  await database.$disconnect();
  await test.drop();
});
beforeEach(async () => {
  placement = await buildPlacement(owner, { office, level: 'B' });
});

const by = (actor: Actor, day = TODAY, key = newId()) => onDay(database, actor, day, key);
const SIGNAL = {
  type: 'employment',
  from: '2026-04-01',
  extentPercent: '100',
  employerName: 'Bageriet',
} as const;
const signalled = () =>
  confirmedSignal(database, {
    placementId: placement.id,
    signal: SIGNAL,
    coach,
    decider,
    course: 'end',
    day: '2026-03-16',
  });
const SPELL = {
  from: '2026-04-01',
  through: '',
  extentPercent: '100',
  employerKind: 'organisation',
  employerOrgNo: '559945-8022',
  employerName: 'Bageriet i Ronneby AB',
};
const TYPED = { type: 'employment', from: '2026-04-01', appliedOn: '', spells: [SPELL] };

async function send(change: object = {}, actor: Actor = coach, key = newId()) {
  const typed = { ...TYPED, ...change };
  const replacesId =
    'replacesId' in change && typeof change.replacesId === 'string' ? change.replacesId : null;
  const form = await ask(outcomeReportForm, { placementId: placement.id, replacesId, typed }, by(coach));
  const confirmed = form.ok ? (form.value.preview?.confirmation ?? '') : '';
  return await execute(
    reportOutcome,
    { placementId: placement.id, confirmed, ...typed },
    by(actor, TODAY, key),
  );
}
async function sent(change: object = {}): Promise<string> {
  const result = await send(change);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.outcomeId;
}
const stored = (id: string) => owner.outcome.findUniqueOrThrow({ where: { id } });
async function decide(outcomeId: string, change: object) {
  const { version } = await stored(outcomeId);
  return await execute(decideOnOutcome, { outcomeId, version, ...change }, by(reviewer));
}
const RETURN = { decision: 'return', reasonCode: 'evidenceInsufficient', reason: 'Vilken är omfattningen?' };

describe('an outcome report', () => {
  it('begins with the confirmed signal, is previewed, and comes in from the day of the signal', async () => {
    await signalled();
    const empty = await ask(
      outcomeReportForm,
      { placementId: placement.id, replacesId: null, typed: null },
      by(coach),
    );
    expect(empty.ok && empty.value).toMatchObject({
      refused: null,
      signalledOn: '2026-03-16',
      values: { from: '2026-04-01' },
    });
    expect(await send({ confirmed: '' })).toMatchObject({ error: { problem: { code: 'confirmOutcome' } } });
    const id = await sent();
    expect(await stored(id)).toMatchObject({
      status: 'submitted',
      signalledOn: new Date('2026-03-16T00:00:00Z'),
      submittedByPersonId: coach.personId,
    });
    const told = await owner.notification.findMany({
      where: { event: 'outcomeReportArrived', subjectId: id },
    });
    expect(told.map(({ personId }) => personId)).toEqual([reviewer.personId]);
  });

  it('waits for the signal to be confirmed, and comes in once', async () => {
    expect(await send()).toMatchObject({ error: { problem: { code: 'signalNotConfirmed' } } });
    await signalled();
    const key = newId();
    const both = await Promise.all([send({}, coach, key), send({}, coach, key)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await owner.outcome.count({ where: { placementId: placement.id } })).toBe(1);
    expect(await send()).toMatchObject({ error: { problem: { code: 'outcomeExists' } } });
  });

  it('names every fault at its field: check digits, overlaps with one employer, days ahead; asks about more than full time', async () => {
    await signalled();
    const spells = [
      { ...SPELL, employerOrgNo: '5599458023' },
      { ...SPELL, through: '2026-03-31' },
    ];
    const faulty = await send({ spells, from: '2026-05-01' });
    if (faulty.ok) throw new Error('it was taken');
    expect(faulty.error.problem.errors.map(({ pointer }) => pointer)).toEqual([
      '/from',
      '/spells/0/employerOrgNo',
      '/spells/1/through',
    ]);
    expect(await send({ spells: [SPELL, { ...SPELL, extentPercent: '20' }] })).toMatchObject({
      error: { problem: { errors: [{ code: 'spellsOverlap' }] } },
    });
    const foreign = { ...SPELL, employerKind: 'foreign', employerOrgNo: '', employerName: 'Bager A/S' };
    expect(await send({ spells: [SPELL, foreign] })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/overFull' }] } },
    });
    expect((await send({ spells: [SPELL, foreign], overFull: true })).ok).toBe(true);
  });

  it('that is returned is completed as a linked version; what was approved is put right by one, too', async () => {
    await signalled();
    const first = await sent();
    expect((await decide(first, RETURN)).ok).toBe(true);
    const page = await ask(showOutcome, { outcomeId: first }, by(coach));
    expect(page.ok && page.value).toMatchObject({ step: { kind: 'reportReturned' }, amounts: null });
    const change = { replacesId: first, version: 2, spells: [{ ...SPELL, extentPercent: '80' }] };
    expect(await send({ ...change, version: 1 })).toMatchObject({ error: { problem: { status: 409 } } });
    const second = await sent(change);
    expect(await stored(first)).toMatchObject({ status: 'superseded' });
    expect(await stored(second)).toMatchObject({
      supersedesId: first,
      number: 2,
      signalledOn: new Date('2026-03-16T00:00:00Z'),
    });
    await decide(second, { decision: 'approve', verifiedLastDay: '' });
    const third = await sent({ replacesId: second, version: 2 });
    expect(await stored(third)).toMatchObject({ status: 'submitted', number: 3 });
  });

  it('is taken back before anybody has decided, not after', async () => {
    await signalled();
    const id = await sent();
    expect((await execute(takeBackOutcome, { outcomeId: id, version: 1 }, by(coach))).ok).toBe(true);
    const again = await sent();
    await decide(again, RETURN);
    expect(await execute(takeBackOutcome, { outcomeId: again, version: 2 }, by(coach))).toMatchObject({
      error: { problem: { code: 'outcomeDecided' } },
    });
  });

  it('is drafted by a coach and sent by a reporter, of their own offices', async () => {
    await signalled();
    const draft = { placementId: placement.id, draftVersion: 0, ...TYPED, from: '2026-04-02' };
    expect((await execute(saveOutcomeDraft, draft, by(coach))).ok).toBe(true);
    expect(await execute(saveOutcomeDraft, draft, by(reporter))).toMatchObject({
      error: { problem: { status: 409 } },
    });
    const resumed = await ask(
      outcomeReportForm,
      { placementId: placement.id, replacesId: null, typed: null },
      by(reporter),
    );
    expect(resumed.ok && resumed.value).toMatchObject({ values: { from: '2026-04-02' }, draftVersion: 1 });
    for (const [actor, status] of [
      [elsewhere, 404],
      [stranger, 404],
      [decider, 403],
    ] as const)
      expect(await send({}, actor)).toMatchObject({ error: { problem: { status } } });
    const id = await send({}, reporter);
    expect(id.ok).toBe(true);
    expect(await owner.outcomeDraft.count({ where: { placementId: placement.id } })).toBe(0);
    await execute(saveOutcomeDraft, draft, by(coach));
    expect((await execute(discardOutcomeDraft, { placementId: placement.id }, by(coach))).ok).toBe(true);
    const seen = await ask(listOutcomes, { page: 1 }, by(elsewhere));
    expect(seen.ok && seen.value.outcomes.some(({ placementId }) => placementId === placement.id)).toBe(
      false,
    );
    const own = await ask(listOutcomes, { page: 1 }, by(reporter));
    expect(
      own.ok && own.value.outcomes.find(({ placementId }) => placementId === placement.id),
    ).toMatchObject({
      step: { kind: 'reportAwaits', day: '2026-08-01' },
      awaitedOre: 2_200_000 + 350_000 + 65 * 6500,
    });
  });

  it('shows its reviewer what is known of the employers', async () => {
    await signalled();
    await owner.experience.create({
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
        writtenByPersonId: coach.personId,
        writtenAt: new Date(),
      },
    });
    const outcomeId = await sent();
    const page = await ask(reviewOutcome, { outcomeId }, by(reviewer));
    expect(page.ok && page.value.findings.map(({ code }) => code)).toEqual(['EMPLOYED_BEFORE']);
  });
});

describe('the database lets nobody', () => {
  const row = (actor: ProviderActor | AuthorityActor, change: object = {}) => ({
    id: newId(),
    placementId: placement.id,
    type: 'employment' as const,
    from: new Date('2026-04-01T00:00:00Z'),
    signalledOn: new Date('2026-03-16T00:00:00Z'),
    status: 'submitted' as const,
    submittedAt: new Date(),
    submittedByPersonId: actor.personId,
    ...change,
  });
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(database, actor, work);

  it('report an outcome without a confirmed signal, from another day than its signal, or in another’s name', async () => {
    const create = (actor: ProviderActor, change: object = {}) =>
      as(actor, (tx) => tx.outcome.create({ data: row(actor, change) }));
    await expect(create(coach)).rejects.toThrow('whose signal is confirmed');
    await signalled();
    await expect(create(coach, { signalledOn: new Date('2026-03-01T00:00:00Z') })).rejects.toThrow(
      'whose signal is confirmed',
    );
    await expect(create(coach, { submittedByPersonId: reporter.personId })).rejects.toThrow(
      'an outcome is reported by',
    );
    await expect(create(coach, { status: 'approved' })).rejects.toThrow('an outcome is reported by');
    await expect(create(coach, { verifiedThrough: new Date('2026-08-01T00:00:00Z') })).rejects.toThrow(
      'an outcome is reported by',
    );
    await expect(create(stranger)).rejects.toThrow('row-level security');
    await expect(create(elsewhere)).rejects.toThrow('row-level security');
    await expect(create(coach)).resolves.toBeDefined();
  });

  it('take back what has been decided, decide, or put nothing in a report’s place', async () => {
    await signalled();
    const id = await sent();
    const move = (actor: Actor, data: object) =>
      as(actor, (tx) => tx.outcome.update({ where: { id }, data }));
    await expect(move(coach, { status: 'superseded' })).rejects.toThrow();
    await expect(move(coach, { status: 'approved' })).rejects.toThrow('as a reviewer decided');
    await expect(move(coach, { verifiedThrough: new Date('2026-08-01T00:00:00Z') })).rejects.toThrow(
      'as a reviewer decided',
    );
    await decide(id, { decision: 'approve', verifiedLastDay: '' });
    await expect(move(coach, { status: 'withdrawn' })).rejects.toThrow('nobody has decided on');
    expect((await stored(id)).status).toBe('approved');
  });

  it('decide on their own report', async () => {
    await signalled();
    const id = await sent();
    const person = { id: coach.personId, givenName: coach.givenName, familyName: coach.familyName };
    const both = await buildAuthorityActor(owner, 'reviewer', { person });
    const given = { outcomeId: id, version: 1, decision: 'approve', verifiedLastDay: '' };
    expect(await execute(decideOnOutcome, given, by(both))).toMatchObject({
      error: { problem: { status: 403 } },
    });
  });
});
