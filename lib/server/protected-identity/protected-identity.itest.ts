import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorityActor, PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { sqlStateOf } from '#lib/server/command/database-problem.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { participantCard } from '#lib/server/placement/participant-card.ts';
import { nameForProtected, unnameForProtected } from '#lib/server/protected-identity/name-for-protected.ts';
import { answerLift, askLift } from '#lib/server/protected-identity/lift-protection.ts';
import { openProtected, showOpened } from '#lib/server/protected-identity/open-protected.ts';
import { protectIdentity } from '#lib/server/protected-identity/protect-identity.ts';
import { showProtected } from '#lib/server/protected-identity/show-protected.ts';
import { takeOnProtected } from '#lib/server/protected-identity/take-on-protected.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { newId } from '#lib/server/ids.ts';

const now = new Date('2026-05-11T10:00:00+02:00');
let world: World;
let mikael: AuthorityActor;
let sara: AuthorityActor;
let coach: ProviderActor;
let placement: BuiltPlacement;
beforeAll(async () => {
  world = await buildWorld();
  mikael = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'decide' });
  sara = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'decide' });
  coach = await world.staff('coach');
});
afterAll(() => world.close());
beforeEach(async () => {
  const participant = await buildParticipant(world.owner, { givenName: 'Elis', familyName: 'Mönsterman' });
  placement = await buildPlacement(world.owner, {
    office: world.office,
    participant,
    from: '2026-03-02',
    coachPersonId: coach.personId,
  });
});

/** Given by the person, who identifies themselves again where that is asked for. */
async function give<I, S, C, O>(command: Command<I, S, C, O>, input: object, actor: PersonActor) {
  const given = { participantId: placement.participant.id, ...input };
  const first = await world.run(command, given, { actor, now });
  if (first.ok || first.error.stepUp === undefined) return first;
  await buildStepUp(world.owner, { sessionId: actor.sessionId, ...first.error.stepUp, at: now });
  return await world.run(command, given, { actor, now });
}
const protect = (actor: PersonActor = mikael, more: object = {}) =>
  give(protectIdentity, { reason: 'decision', keepCoaches: true, ...more }, actor);
const name = (personId: string, actor: PersonActor = mikael) => give(nameForProtected, { personId }, actor);
const codeOf = (result: Awaited<ReturnType<typeof give>>) => (result.ok ? null : result.error.problem.code);
const card = (actor: ProviderActor) =>
  world.read(participantCard, { placementId: placement.id, eventsPage: 1 }, { actor, now });
const view = (actor: PersonActor) =>
  world.read(showProtected, { participantId: placement.participant.id }, { actor, now });
const stored = () =>
  world.owner.person.findUniqueOrThrow({
    where: { id: placement.participant.person.id },
    include: { identity: true, sealed: true, participant: true },
  });

describe('protecting an identity', () => {
  test('seals name, number and place, and hides everything from all but those who are named, at once', async () => {
    const reportId = await buildStoredReport(world.owner, { placement, month: '2026-03' });
    const intake = await world.staff('intake');
    expect((await card(intake)).ok).toBe(true);
    expect(codeOf(await protect())).toBeNull();
    expect(await stored()).toMatchObject({
      protected: true,
      givenName: 'Deltagare',
      identity: { identityNumber: null },
      participant: { protected: true, municipalityId: null, homeLat: null, homeLon: null },
    });
    expect(await world.owner.report.findUnique({ where: { id: reportId } })).toMatchObject({
      protected: true,
    });
    expect(await card(intake)).toMatchObject({ error: { status: 404 } });
    expect(await card(coach)).toMatchObject({ value: { name: expect.stringMatching(/^Deltagare /) } });
    expect(await view(sara)).toMatchObject({ error: { status: 404 } });
    expect(await view(mikael)).toMatchObject({
      value: { named: [{ personId: mikael.personId, responsible: true }, { personId: coach.personId }] },
    });
  });

  test('leaves coaches out where that is said, and takes a reason', async () => {
    expect(codeOf(await protect(mikael, { reason: 'other' }))).toBe('invalidInput');
    expect(codeOf(await protect(mikael, { keepCoaches: false }))).toBeNull();
    expect(await card(coach)).toMatchObject({ error: { status: 404 } });
  });

  test('is done once, by caseworkers', async () => {
    expect(codeOf(await protect(coach))).toBe('forbidden');
    expect(codeOf(await protect())).toBeNull();
    expect(codeOf(await protect())).toBe('notFound');
  });

  test('takes with it the copies that stand elsewhere', async () => {
    const attempt = {
      actorKey: 'person:somebody',
      command: 'plan.save',
      path: '/provider',
      values: { goal: 'Elis Mönsterman ska bli kock' },
      problem: {},
    };
    const others = { ...attempt, values: { goal: 'Någon annan' } };
    await world.owner.formAttempt.createMany({ data: [attempt, others] });
    const uploadId = newId();
    await world.owner.upload.create({
      data: {
        id: uploadId,
        providerId: world.office.provider.id,
        membershipId: coach.membershipId,
        month: new Date('2026-03-01'),
        fileName: 'mars.csv',
        size: 3,
        sha256: 'x',
        replace: false,
        locale: 'sv',
        state: 'done',
        finishedAt: now,
        receivedAt: now,
        file: { create: { given: new Uint8Array([1, 2, 3]) } },
        problems: {
          create: [
            { number: 1, severity: 'flag', code: 'a', message: `${placement.reference} finns inte`, fix: '' },
            { number: 2, severity: 'flag', code: 'a', message: 'något annat', fix: '' },
          ],
        },
      },
    });
    expect(codeOf(await protect())).toBeNull();
    expect(await world.owner.formAttempt.findMany({ select: { values: true } })).toEqual([
      { values: others.values },
    ]);
    expect(await world.owner.uploadFile.count({ where: { uploadId } })).toBe(0);
    expect(
      await world.owner.uploadProblem.findMany({ where: { uploadId }, select: { number: true } }),
    ).toEqual([{ number: 2 }]);
  });

  test('writes reasons down for those who are named alone, never in the log', async () => {
    expect(codeOf(await protect(mikael, { reason: 'other', why: 'Hotad av Bengt' }))).toBeNull();
    const entries = await world.owner.auditEntry.findMany({ where: { action: 'protectedIdentity.protect' } });
    expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toMatch(/Bengt|Mönsterman/);
    expect(await view(mikael)).toMatchObject({
      value: { events: [{ kind: 'protected', why: 'Hotad av Bengt' }] },
    });
    expect(await view(coach)).toMatchObject({ value: { events: [], named: [] } });
  });
});

describe('a look at a protected identity', () => {
  beforeEach(async () => {
    await protect();
  });
  const open = (actor: PersonActor, more: object = {}) =>
    give(openProtected, { reason: 'contact', ...more }, actor);
  const look = async (revealId: string, actor: PersonActor) => {
    const { id: participantId } = placement.participant;
    const shown = await world.read(showOpened, { participantId, revealId }, { actor, now });
    return shown.ok ? shown.value.identity : null;
  };

  test('takes a name, a reason and the e-ID; it is one look, and the responsible person is told', async () => {
    const asked = await world.run(
      openProtected,
      { participantId: placement.participant.id, reason: 'contact' },
      { actor: coach, now },
    );
    expect(asked).toMatchObject({ error: { stepUp: { purpose: 'openProtected' } } });
    const opened = await open(coach);
    if (!opened.ok) throw new Error(opened.error.problem.code);
    expect(await look(opened.value.revealId, sara)).toBeNull();
    expect(await look(opened.value.revealId, coach)).toMatchObject({
      givenName: 'Elis',
      familyName: 'Mönsterman',
    });
    expect(await look(opened.value.revealId, coach)).toBeNull();
    expect(
      await world.owner.notification.findMany({
        where: { event: 'protectedOpened', path: { contains: placement.participant.id } },
        select: { personId: true, placementId: true, mail: true },
      }),
    ).toEqual([{ personId: mikael.personId, placementId: null, mail: 'waiting' }]);
    expect(await view(mikael)).toMatchObject({
      value: { events: [{ kind: 'opened', reason: 'contact' }, {}] },
    });
  });

  test('is for nobody who is not named, and for nobody any more who was', async () => {
    for (const actor of [sara, await world.staff('coach'), await world.staff('intake')]) {
      expect(codeOf(await open(actor))).toBe('notFound');
    }
    expect(codeOf(await open(await world.staff('signatory')))).toBe('forbidden');
    const opened = await open(coach);
    expect(codeOf(await give(unnameForProtected, { personId: coach.personId }, mikael))).toBeNull();
    expect(await look(opened.ok ? opened.value.revealId : '', coach)).toBeNull();
    expect(codeOf(await open(coach))).toBe('notFound');
    expect(await card(coach)).toMatchObject({ error: { status: 404 } });
  });

  test('is not taken where nobody answers for the person', async () => {
    await world.owner.protectedAccess.updateMany({
      where: { participantId: placement.participant.id },
      data: { responsible: false },
    });
    expect(codeOf(await open(coach))).toBe('nobodyAnswers');
  });

  test('of the responsible person is told to the others at the authority who are named', async () => {
    expect(codeOf(await name(sara.personId))).toBeNull();
    expect(codeOf(await open(mikael))).toBeNull();
    expect(
      await world.owner.notification.findMany({
        where: { event: 'protectedOpened', path: { contains: placement.participant.id } },
        select: { personId: true },
      }),
    ).toEqual([{ personId: sara.personId }]);
  });
});

describe('who is named', () => {
  beforeEach(async () => {
    await protect();
  });

  test('is said by caseworkers who are, of people who work with the participant', async () => {
    const elsewhere = await world.staff('coach', world.elsewhere);
    expect(codeOf(await name(sara.personId, sara))).toBe('notFound');
    expect(codeOf(await name(elsewhere.personId))).toBe('invalidInput');
    expect(codeOf(await name(sara.personId))).toBeNull();
    expect((await view(sara)).ok).toBe(true);
    expect(codeOf(await give(unnameForProtected, { personId: mikael.personId }, sara))).toBe('forbidden');
  });

  test('is held by the database: nobody names themselves, nor in another’s name', async () => {
    const participantId = placement.participant.id;
    const insert = (actor: PersonActor, personId: string, by: string) =>
      inTransaction(
        world.app,
        actor,
        (tx) => tx.$executeRaw`INSERT INTO protected_access (person_id, participant_id, named_by_person_id)
          VALUES (${personId}::uuid, ${participantId}::uuid, ${by}::uuid)`,
      ).catch(sqlStateOf);
    expect(await insert(sara, sara.personId, sara.personId)).toBe('42501');
    expect(await insert(coach, sara.personId, coach.personId)).toBe('42501');
    expect(await insert(mikael, sara.personId, sara.personId)).toBe('42501');
    const seen = await inTransaction(world.app, sara, (tx) =>
      tx.protectedAccess.count({ where: { participantId } }),
    );
    expect(seen).toBe(0);
  });

  test('is taken on by a caseworker who decides, where nobody answers for it', async () => {
    const takeOn = (actor: AuthorityActor) =>
      give(takeOnProtected, { reference: placement.reference, why: 'Laddat utan ansvarig' }, actor);
    expect(codeOf(await takeOn(sara))).toBe('nothingToTakeOn');
    await world.owner.protectedAccess.deleteMany({ where: { participantId: placement.participant.id } });
    const assessor = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'assess' });
    expect(codeOf(await takeOn(assessor))).toBe('nothingToTakeOn');
    expect(codeOf(await takeOn(sara))).toBeNull();
    expect(await view(sara)).toMatchObject({ value: { named: [{ responsible: true }] } });
  });
});

describe('lifting', () => {
  beforeEach(async () => {
    await protect();
    await name(sara.personId);
  });
  const ask = (actor: PersonActor) => give(askLift, { reason: 'ended' }, actor);
  const answer = (actor: PersonActor, said: 'lift' | 'stop') => give(answerLift, { answer: said }, actor);

  test('takes two caseworkers, and what was sealed stands in the open again', async () => {
    expect(codeOf(await answer(sara, 'lift'))).toBe('liftSettled');
    expect(codeOf(await ask(mikael))).toBeNull();
    expect(codeOf(await answer(mikael, 'lift'))).toBe('forbidden');
    expect(codeOf(await answer(sara, 'lift'))).toBeNull();
    expect(await stored()).toMatchObject({
      protected: false,
      givenName: 'Elis',
      familyName: 'Mönsterman',
      sealed: null,
      identity: { identityNumber: expect.stringMatching(/^190001/) },
      participant: { protected: false, homeLat: 56.16 },
    });
    expect((await card(await world.staff('intake'))).ok).toBe(true);
  });

  test('is stopped by either; it has to be asked for anew', async () => {
    await ask(mikael);
    expect(codeOf(await answer(sara, 'stop'))).toBeNull();
    expect(codeOf(await answer(sara, 'lift'))).toBe('liftSettled');
    expect(await stored()).toMatchObject({ protected: true });
  });

  test('is not done alone in SQL either', async () => {
    await ask(mikael);
    const alone = inTransaction(
      world.app,
      mikael,
      (tx) =>
        tx.$executeRaw`SELECT app.lift_protection(${placement.participant.id}::uuid, '{}'::jsonb, 'ended', '', ${now}::timestamptz)`,
    ).catch(sqlStateOf);
    expect(await alone).toBe('42501');
  });
});
