import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { discardDocumentDraft, saveDocumentDraft } from '#lib/server/document/document-draft.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { newId } from '#lib/server/ids.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// A Wednesday.
const now = new Date('2026-03-18T10:00:00Z');
const submit = submitDocument(deviationReportKind);
const decide = decideDocument(deviationReportKind);
const steps = documentSteps(deviationReportKind);
const SICK = { cause: 'sick', from: '2026-03-18', expected: '2 tim', absent: '2 tim' };

let world: World;
let coach: ProviderActor;
let elsewhere: ProviderActor;
let stranger: ProviderActor;
let assessor: AuthorityActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  elsewhere = await world.staff('coach', world.office, [world.otherOffice]);
  stranger = await world.staff('coach', world.elsewhere);
  assessor = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'assess' });
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office });
});

type Sending = {
  readonly content?: object;
  readonly replacesId?: string;
  readonly why?: string;
  readonly draftId?: string;
};

/** Sends as the form does: previewed first. */
async function send(
  { content = SICK, replacesId, ...more }: Sending = {},
  actor: Actor = coach,
  key = newId(),
) {
  const asked = {
    placementId: placement.id,
    replacesId: replacesId ?? null,
    draftId: null,
    typed: deviationReportKind.typed.parse(content),
  };
  const form = await world.read(documentForm(deviationReportKind), asked, { actor: coach, now });
  const confirmed = form.ok ? form.value.preview?.contentHash : undefined;
  const replacesVersion = replacesId === undefined ? null : (await stored(replacesId)).version;
  const input = { placementId: placement.id, content, replacesId, replacesVersion, confirmed, ...more };
  return await world.run(submit, input, { actor, now, key });
}
async function sent(given: Sending = {}): Promise<string> {
  const result = await send(given);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.documentId;
}
const refused = async (given: Sending = {}, actor: Actor = coach) => {
  const result = await send(given, actor);
  return result.ok ? null : result.error.problem;
};
const stored = (id: string) => world.owner.document.findUniqueOrThrow({ where: { id } });
const seen = async (id: string) => ({ documentId: id, version: (await stored(id)).version });
const verdict = async (id: string, given: object, actor: Actor = assessor) =>
  await world.run(decide, { ...(await seen(id)), reason: '', answer: {}, ...given }, { actor, now });
const log = async (date: string, minutes: number): Promise<void> => {
  await buildPlan(world.owner, { placement });
  const entry = { date, activity: 'mapping', form: 'onSite', minutes, language: null, note: '' };
  const added = await world.run(
    addEntries,
    { placementIds: [placement.id], entries: [entry] },
    { actor: coach, now },
  );
  expect(added).toMatchObject({ ok: true });
};

describe('a deviation report', () => {
  it('is stored as it was read, and waits for an assessor', async () => {
    const document = await stored(
      await sent({ content: { ...SICK, from: '2026-03-16', through: '2026-03-18', notified: 'before' } }),
    );
    expect(document).toMatchObject({
      kind: 'deviationReport',
      status: 'submitted',
      desk: 'assess',
      dueOn: null,
      content: {
        type: 'absence',
        cause: 'sick',
        from: '2026-03-16',
        to: '2026-03-19',
        expectedMinutes: 120,
        absentMinutes: 120,
        followUp: { notified: 'before' },
      },
    });
  });

  it('of an unknown cause is due the same day, and is late after it', async () => {
    const content = { ...SICK, cause: 'unknown', reached: 'no', from: '2026-03-16' };
    const document = await stored(await sent({ content }));
    expect(document.dueOn).toEqual(new Date('2026-03-16T00:00:00Z'));
    expect(document.submittedOn).toEqual(new Date('2026-03-18T00:00:00Z'));
  });

  it('names every fault at its field, and stores nothing', async () => {
    expect(await refused({ content: { ...SICK, from: '2026-03-19', absent: '10 min' } })).toMatchObject({
      errors: [{ pointer: '/content/from' }, { pointer: '/content/absent' }],
    });
    expect(await world.owner.document.count({ where: { placementId: placement.id } })).toBe(0);
  });

  it('is no double of one that is there; a correction of it is none', async () => {
    const id = await sent();
    expect(await refused({ content: { ...SICK, absent: '1 tim' } })).toMatchObject({
      errors: [{ pointer: '/content/from', code: 'deviationDoubled' }],
    });
    const why = 'Deltagaren kom efter en timme.';
    const corrected = await sent({ content: { ...SICK, absent: '1 tim' }, replacesId: id, why });
    expect(await stored(id)).toMatchObject({ status: 'superseded' });
    expect(await stored(corrected)).toMatchObject({ supersedesId: id, number: 2, threadId: id, why });
  });

  it('two of the same day and cause sent at once: one goes in', async () => {
    const results = await Promise.all([send(), send()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.owner.document.count({ where: { placementId: placement.id } })).toBe(1);
  });

  it('sent twice under one key is one', async () => {
    const key = newId();
    const [first, second] = await Promise.all([send({}, coach, key), send({}, coach, key)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
  });

  it('of a whole day with support in the log is asked about before it goes in', async () => {
    await log('2026-03-18', 60);
    expect(await refused()).toMatchObject({
      errors: [{ pointer: '/content/keepLogged', code: 'activeWhileAbsent' }],
    });
    const document = await stored(await sent({ content: { ...SICK, keepLogged: 'on' } }));
    expect(document.content).toMatchObject({ confirmedActive: true });
  });

  it('is proposed the time of the log’s same weekday, and knows what is logged', async () => {
    await log('2026-03-11', 90);
    const asked = { placementId: placement.id, replacesId: null, draftId: null, typed: null };
    const form = await world.read(documentForm(deviationReportKind), asked, { actor: coach, now });
    expect(form).toMatchObject({
      ok: true,
      value: { facts: { logged: [{ date: '2026-03-11', support: 90, ownWork: 0 }], known: [] } },
    });
  });

  it('goes on from its draft, which is gone when it is sent', async () => {
    const draftId = newId();
    const draft = { placementId: placement.id, draftId, content: { cause: 'sick' } };
    await world.run(saveDocumentDraft(deviationReportKind), draft, { actor: coach, now });
    const asked = { placementId: placement.id, replacesId: null, draftId, typed: null };
    const form = await world.read(documentForm(deviationReportKind), asked, { actor: coach, now });
    expect(form).toMatchObject({ value: { draft: { values: { 'content.cause': 'sick' } } } });
    await sent({ draftId });
    expect(await world.owner.documentDraft.count({ where: { id: draftId } })).toBe(0);
    expect(
      await world.run(discardDocumentDraft(deviationReportKind), { draftId }, { actor: coach, now }),
    ).toMatchObject({
      ok: false,
    });
  });

  it.each([
    ['another office', () => elsewhere, 404],
    ['another provider', () => stranger, 404],
    ['the authority', () => assessor, 403],
  ])('is not sent by %s', async (_, who, status) => {
    expect(await refused({}, who())).toMatchObject({ status });
  });

  it('of somebody with protected identity is for those named alone', async () => {
    await world.owner.placement.update({ where: { id: placement.id }, data: { protected: true } });
    expect(await refused()).toMatchObject({ status: 404 });
  });

  it('is withdrawn until somebody has begun with it, and can then be sent anew', async () => {
    const id = await sent();
    expect(await world.run(steps.withdraw, await seen(id), { actor: coach, now })).toMatchObject({
      ok: true,
    });
    const again = await sent();
    await world.run(steps.take, await seen(again), { actor: assessor, now });
    expect(await world.run(steps.withdraw, await seen(again), { actor: coach, now })).toMatchObject({
      error: { problem: { code: 'reviewBegun' } },
    });
  });

  it('seen before somebody else changed it is stale', async () => {
    const id = await sent();
    const before = await seen(id);
    await world.run(steps.take, before, { actor: assessor, now });
    const late = { ...before, verdict: 'approve', reason: '', answer: {} };
    expect(await world.run(decide, late, { actor: assessor, now })).toMatchObject({
      error: { problem: { status: 409 } },
    });
  });
});

describe('the caseworker', () => {
  it('receives it with the mandate to assess, and says what follows; everyone concerned reads it', async () => {
    const id = await sent();
    const answer = { next: 'Vi hör av oss om fler dagar behövs.' };
    expect(await verdict(id, { verdict: 'approve', answer })).toMatchObject({ ok: true });
    const page = await world.read(
      documentPage(deviationReportKind),
      { documentId: id },
      { actor: coach, now },
    );
    expect(page).toMatchObject({
      value: {
        document: { status: 'approved', decision: answer },
        moves: { replace: true, withdraw: false },
      },
    });
  });

  it('asks for completion with a reason; the completed one is a new version', async () => {
    const content = { cause: 'declinedJob', from: '2026-03-17', what: 'Lagerarbete', reason: 'För långt' };
    const id = await sent({ content });
    expect(await verdict(id, { verdict: 'return' })).toMatchObject({
      error: { problem: { code: 'invalidInput' } },
    });
    const reason = 'Skriv hur långt resan är.';
    expect(await verdict(id, { verdict: 'return', reason })).toMatchObject({ ok: true });
    // Five working days after Wednesday 18 March 2026.
    expect((await stored(id)).completeBy).toEqual(new Date('2026-03-25T00:00:00Z'));
    const next = await sent({ content: { ...content, reason: 'Två timmars resa' }, replacesId: id });
    expect(await verdict(next, { verdict: 'approve' })).toMatchObject({ ok: true });
  });

  it('does not reject it, and nobody else decides', async () => {
    const id = await sent();
    const reason = 'Det här stämmer inte alls.';
    expect(await verdict(id, { verdict: 'reject', reason })).toMatchObject({
      error: { problem: { status: 422 } },
    });
    const reviewer = await buildAuthorityActor(world.owner, 'reviewer');
    for (const actor of [coach, reviewer]) {
      expect(await verdict(id, { verdict: 'approve' }, actor)).toMatchObject({
        error: { problem: { status: 403 } },
      });
    }
  });
});
