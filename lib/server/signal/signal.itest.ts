import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { newId } from '#lib/server/ids.ts';
import { signalKind } from '#lib/server/signal/signal-kind.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let test: TestDatabase;
let owner: Database;
let database: Database;
let office: BuiltOffice;
let coach: ProviderActor;
let elsewhere: ProviderActor;
let stranger: ProviderActor;
let assessor: AuthorityActor;
let decider: AuthorityActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  database = openDatabase(test.appUrl, 8);
  await buildReferenceData(owner);
  const provider = await buildProvider(owner);
  office = await buildOffice(owner, { provider });
  const other = await buildOffice(owner, { provider });
  coach = await buildProviderActor(owner, 'coach', { provider, offices: [office] });
  elsewhere = await buildProviderActor(owner, 'coach', { provider, offices: [other] });
  stranger = await buildProviderActor(owner, 'coach', { provider: await buildProvider(owner) });
  assessor = await buildAuthorityActor(owner, 'caseworker', { caseMandate: 'assess' });
  decider = await buildAuthorityActor(owner, 'caseworker', { caseMandate: 'decide' });
});
afterAll(async () => {
  await owner.$disconnect();
  await database.$disconnect();
  await test.drop();
});
beforeEach(async () => {
  // Level B, 2 January to 30 June 2026.
  placement = await buildPlacement(owner, { office, level: 'B' });
});

const by = (actor: Actor, day: string, key = newId()) => ({
  database,
  actor,
  now: new Date(`${day}T11:00:00Z`),
  idempotencyKey: key,
});
const submit = submitDocument(signalKind);
const decide = decideDocument(signalKind);
const steps = documentSteps(signalKind);
const CONTENT = {
  about: '',
  type: 'employment',
  extentPercent: '100',
  from: '2026-04-01',
  appliedOn: '',
  employerName: 'Bageriet i Ronneby AB',
};

type Sending = { readonly content?: object; readonly replacesId?: string; readonly why?: string };

async function send(change: Sending = {}, day = '2026-03-02', actor: Actor = coach) {
  const content = { ...CONTENT, ...change.content };
  const replacesId = change.replacesId ?? null;
  const asked = { placementId: placement.id, replacesId, draftId: null, typed: content };
  const form = await ask(documentForm(signalKind), asked, by(coach, day));
  const confirmed = form.ok ? (form.value.preview?.contentHash ?? '') : '';
  const replaced = replacesId === null ? null : await stored(replacesId);
  const input = {
    ...change,
    placementId: placement.id,
    replacesId,
    replacesVersion: replaced?.version ?? null,
    content,
    confirmed,
  };
  return await execute(submit, input, by(actor, day));
}
async function sent(change: Sending = {}, day = '2026-03-02'): Promise<string> {
  const result = await send(change, day);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.documentId;
}
const stored = (id: string) => owner.document.findUniqueOrThrow({ where: { id } });
async function conclude(id: string, change: object, actor: Actor = decider, day = '2026-03-10') {
  const { version } = await stored(id);
  const input = { documentId: id, version, verdict: 'approve', reason: '', ...change };
  return await execute(decide, input, by(actor, day));
}
const end = { answer: { course: 'end' } };
const place = () => owner.placement.findUniqueOrThrow({ where: { id: placement.id } });
const decisions = async () =>
  (
    await owner.placementDecision.findMany({ where: { placementId: placement.id }, orderBy: { id: 'asc' } })
  ).map(({ kind, onDay, endReason }) => [kind, onDay?.toISOString().slice(0, 10) ?? null, endReason]);

describe('a signal', () => {
  it('is assessed, handed up once with its facts, and ends the placement with an outcome by who may decide', async () => {
    const id = await sent();
    expect(await conclude(id, end, assessor)).toMatchObject({
      error: { problem: { code: 'mandateMissing' } },
    });
    const up = { documentId: id, version: 1, assessment: 'Arbetsgivaren har bekräftat på telefon.' };
    expect((await execute(steps.handUp, up, by(assessor, '2026-03-05'))).ok).toBe(true);
    expect(await execute(steps.handUp, { ...up, version: 2 }, by(decider, '2026-03-05'))).toMatchObject({
      ok: false,
    });
    const page = await ask(documentPage(signalKind), { documentId: id }, by(decider, '2026-03-10'));
    if (!page.ok) throw new Error(page.error.code);
    // January 21 + February 20 + March 22 = 63 days × 65 kr; April 22 + May 21 + June 22 = 65 are left.
    const totals = page.value.facts.kronor;
    expect(totals?.end?.components.map(({ amountOre }) => amountOre)).toEqual([
      63 * 6500,
      65 * 6500,
      2_200_000,
      350_000,
    ]);
    expect(totals?.goesOn.components.map(({ amountOre }) => amountOre)).toEqual([
      128 * 6500,
      0,
      2_200_000,
      350_000,
    ]);
    expect(await conclude(id, end)).toMatchObject({ ok: true, value: { status: 'approved' } });
    expect(await place()).toMatchObject({ end: new Date('2026-04-01T00:00:00Z'), endReason: 'outcome' });
    expect(await decisions()).toEqual([['end', '2026-04-01', 'outcome']]);
    expect((await stored(id)).decision).toEqual({ course: 'end', endsOn: '2026-04-01' });
  });

  it('lets the placement go on beside part-time work', async () => {
    const id = await sent({ content: { extentPercent: '50' } });
    expect((await conclude(id, { answer: { course: 'goesOn' } })).ok).toBe(true);
    expect(await place()).toMatchObject({ end: null, endReason: null });
    expect(await decisions()).toEqual([['goesOn', null, null]]);
  });

  it('is not confirmed without saying what becomes of the placement, nor refused without saying why', async () => {
    const id = await sent();
    expect(await conclude(id, {})).toMatchObject({
      error: { problem: { errors: [{ pointer: '/answer/course' }] } },
    });
    for (const verdict of ['return', 'reject'])
      expect(await conclude(id, { verdict })).toMatchObject({
        error: { problem: { errors: [{ pointer: '/reason' }] } },
      });
    expect((await place()).end).toBeNull();
  });

  it('that was returned is completed, and keeps the day on which it came', async () => {
    const first = await sent();
    await conclude(first, { verdict: 'return', reason: 'Vilken dag börjar arbetet?' });
    const second = await sent(
      { content: { about: 'same', from: '2026-04-07' }, replacesId: first },
      '2026-03-16',
    );
    expect((await stored(second)).content).toMatchObject({ signalledOn: '2026-03-02', from: '2026-04-07' });
    expect((await stored(first)).status).toBe('superseded');
  });

  it('about another job counts from its own day, and moves what the first one ended', async () => {
    const first = await sent();
    await conclude(first, end);
    const change = { content: { about: 'other', from: '2026-05-04', employerName: '' }, replacesId: first };
    const second = await sent({ ...change, why: 'Det första arbetet blev inte av.' }, '2026-04-20');
    expect((await stored(second)).content).toMatchObject({ signalledOn: '2026-04-20' });
    expect((await conclude(second, end, decider, '2026-04-21')).ok).toBe(true);
    expect(await place()).toMatchObject({ end: new Date('2026-05-04T00:00:00Z'), endReason: 'outcome' });
    const third = {
      content: { about: 'other', extentPercent: '40' },
      replacesId: second,
      why: 'Det blev deltid hos en annan.',
    };
    const last = await sent(third, '2026-04-22');
    expect((await conclude(last, { answer: { course: 'goesOn' } }, decider, '2026-04-23')).ok).toBe(true);
    expect(await place()).toMatchObject({ end: null, endReason: null });
    expect((await decisions()).map(([kind]) => kind)).toEqual(['end', 'end', 'takenBack', 'goesOn']);
  });

  it('is sent until the window closes, once, and until an outcome report is in', async () => {
    // The planned days end with June: signals until the last of August.
    expect(await send({}, '2026-09-01')).toMatchObject({
      error: { problem: { code: 'signalWindowClosed' } },
    });
    const id = await sent({}, '2026-08-31');
    expect(await send({}, '2026-08-31')).toMatchObject({ error: { problem: { code: 'signalExists' } } });
    await buildOutcome(owner, { placement, from: '2026-04-01' });
    const change = {
      content: { about: 'same', extentPercent: '60' },
      replacesId: id,
      why: 'Det blev mindre än heltid.',
    };
    expect(await send(change, '2026-08-31')).toMatchObject({
      error: { problem: { code: 'outcomeReported' } },
    });
  });

  it('is of the provider’s own participants, and shows its kronor to nobody but caseworkers', async () => {
    for (const [actor, status] of [
      [elsewhere, 404],
      [stranger, 404],
      [decider, 403],
    ] as const)
      expect(await send({}, '2026-03-02', actor)).toMatchObject({ error: { problem: { status } } });
    const id = await sent();
    const seen = await ask(documentPage(signalKind), { documentId: id }, by(coach, '2026-03-03'));
    expect(seen.ok && seen.value.facts.kronor).toBeNull();
  });
});

describe('the database', () => {
  const insert = (content: object, submittedOn: string, supersedesId: string | null = null) =>
    inTransaction(database, coach, async (tx) => {
      const id = newId();
      const before =
        supersedesId === null ? null : await tx.document.findUniqueOrThrow({ where: { id: supersedesId } });
      if (before !== null) {
        await tx.document.update({ where: { id: before.id }, data: { status: 'superseded' } });
        await tx.documentEvent.create({
          data: {
            id: newId(),
            documentId: before.id,
            act: 'superseded',
            personId: coach.personId,
            role: 'coach',
            at: new Date(),
          },
        });
      }
      await tx.document.create({
        data: {
          id,
          threadId: before?.threadId ?? id,
          number: (before?.number ?? 0) + 1,
          supersedesId,
          kind: 'signal',
          placementId: placement.id,
          status: 'submitted',
          content,
          contentHash: 'x',
          submittedOn: new Date(`${submittedOn}T00:00:00Z`),
          submittedAt: new Date(`${submittedOn}T08:00:00Z`),
          submittedByPersonId: coach.personId,
          desk: 'assess',
        },
      });
      await tx.documentEvent.create({
        data: {
          id: newId(),
          documentId: id,
          act: 'submitted',
          personId: coach.personId,
          role: 'coach',
          at: new Date(),
        },
      });
    });

  it('lets nobody date a signal back, nor give another kind of work the day of the first', async () => {
    const content = { ...CONTENT, extentPercent: 100, appliedOn: null, signalledOn: '2026-02-01' };
    await expect(insert(content, '2026-03-02')).rejects.toThrow(
      'a signal counts from the day that it came in',
    );
    await expect(insert({ ...content, signalledOn: null }, '2026-03-02')).rejects.toThrow('a signal counts');
    const first = await sent();
    const told = { ...content, signalledOn: '2026-03-02' };
    await expect(insert({ ...told, type: 'studies' }, '2026-04-02', first)).rejects.toThrow(
      'a signal counts',
    );
    await expect(insert(told, '2026-04-02', first)).resolves.toBeUndefined();
  });

  it('lets no caseworker without the mandate end a placement, nor anybody without a decision', async () => {
    const data = { end: new Date('2026-04-01T00:00:00Z'), endReason: 'outcome' as const };
    for (const actor of [coach, assessor, decider]) {
      await expect(
        inTransaction(database, actor, (tx) => tx.placement.update({ where: { id: placement.id }, data })),
      ).rejects.toThrow('a placement is not changed so');
    }
    await expect(
      inTransaction(database, assessor, (tx) =>
        tx.placementDecision.create({
          data: {
            id: newId(),
            placementId: placement.id,
            kind: 'end',
            onDay: data.end,
            endReason: 'outcome',
            decidedByPersonId: assessor.personId,
            decidedAt: new Date(),
          },
        }),
      ),
    ).rejects.toThrow('a caseworker with the mandate decides');
  });
});
