import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { discardDocumentDraft, saveDocumentDraft } from '#lib/server/document/document-draft.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import { documentQueue } from '#lib/server/document/document-queue.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { informativeReportKind } from '#lib/server/informative-report/informative-report-kind.ts';
import {
  buildDecisionWorld,
  type DecisionWorld,
} from '#lib/server/placement-decision/testing/decision-world.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

const DAY = '2026-03-02';

let world: DecisionWorld;
let owner: DecisionWorld['owner'];
let coach: ProviderActor;
let assessor: AuthorityActor;
let decider: AuthorityActor;
let reviewer: AuthorityActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildDecisionWorld();
  ({ owner, coach, assessor, decider } = world);
  reviewer = await buildAuthorityActor(owner, 'reviewer');
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(owner, { office: world.office, from: '2026-01-12' });
});

const by = (actor: Actor, key?: string) => onDay(world.app, actor, DAY, key);

const submit = submitDocument(informativeReportKind);
const decide = decideDocument(informativeReportKind);
const steps = documentSteps(informativeReportKind);
const CONTENT = { category: 'aid', text: 'En arbetsstol behövs för att praktiken ska gå.', answerBy: '' };

/** Sends, having previewed first as the form does. */
async function send(change: object = {}, actor: Actor = coach, key = newId()) {
  const input = { placementId: placement.id, content: CONTENT, ...change };
  const asked = { placementId: placement.id, replacesId: null, draftId: null, typed: input.content };
  const form = await ask(documentForm(informativeReportKind), asked, by(coach));
  const confirmed = form.ok ? form.value.preview?.contentHash : '';
  return await execute(submit, { confirmed, ...input }, by(actor, key));
}
async function sent(change: object = {}): Promise<string> {
  const result = await send(change);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.documentId;
}
const stored = (id: string) => owner.document.findUniqueOrThrow({ where: { id } });
async function seen(id: string) {
  return { documentId: id, version: (await stored(id)).version };
}
const eventsOf = async (id: string) =>
  (await owner.documentEvent.findMany({ where: { documentId: id }, orderBy: { at: 'asc' } })).map(
    ({ act }) => act,
  );

describe('a document', () => {
  it('is previewed before it is sent, and sent as it was previewed', async () => {
    expect(await send({ confirmed: '' })).toMatchObject({
      ok: false,
      error: { problem: { code: 'confirmDocument' } },
    });
    const shown = await send();
    expect(shown).toMatchObject({
      ok: true,
      value: { path: expect.stringContaining('/provider/documents/') },
    });
    const changed = { ...CONTENT, text: 'Något annat än det som visades här.' };
    const other = await stored(shown.ok ? shown.value.documentId : '');
    expect(await send({ content: changed, confirmed: other.contentHash })).toMatchObject({
      ok: false,
      error: { problem: { code: 'confirmDocument' } },
    });
  });

  it('names every fault at its field and stores nothing', async () => {
    expect(await send({ content: { category: '', text: 'Kort', answerBy: '' } })).toMatchObject({
      ok: false,
      error: { problem: { errors: [{ pointer: '/content/category' }, { pointer: '/content/text' }] } },
    });
    expect(await owner.document.count({ where: { placementId: placement.id } })).toBe(0);
  });

  it('sent twice under one key is one document', async () => {
    const key = newId();
    const [first, second] = await Promise.all([send({}, coach, key), send({}, coach, key)]);
    expect(first).toEqual(second);
    expect(await owner.document.count({ where: { placementId: placement.id } })).toBe(1);
  });

  it.each([
    ['another office', () => world.elsewhereCoach, 404],
    ['another provider', () => world.stranger, 404],
    ['the authority', () => decider, 403],
  ])('is not sent by %s', async (_, who, status) => {
    expect(await send({}, who())).toMatchObject({ ok: false, error: { problem: { status } } });
  });

  it('is hidden from those of other offices, and of participants with protected identity from all who are not named', async () => {
    const id = await sent();
    const shows = (actor: Actor) => ask(documentPage(informativeReportKind), { documentId: id }, by(actor));
    expect(await shows(coach)).toMatchObject({ ok: true });
    expect(await shows(reviewer)).toMatchObject({ ok: true });
    for (const actor of [world.elsewhereCoach, world.stranger])
      expect(await shows(actor)).toMatchObject({ ok: false });
    await owner.placement.update({ where: { id: placement.id }, data: { protected: true } });
    for (const actor of [coach, reviewer, decider]) expect(await shows(actor)).toMatchObject({ ok: false });
  });

  it('is taken, handed back, handed up once and decided by somebody with the mandate', async () => {
    const id = await sent();
    expect(await execute(steps.take, await seen(id), by(assessor))).toMatchObject({ ok: true });
    expect(await execute(steps.take, await seen(id), by(decider))).toMatchObject({
      error: { problem: { code: 'documentTaken' } },
    });
    expect(await execute(steps.handBack, await seen(id), by(assessor))).toMatchObject({ ok: true });
    const assessment = 'Stolen behövs enligt planen, och arbetsplatsen har ingen.';
    expect(await execute(steps.handUp, { ...(await seen(id)), assessment }, by(assessor))).toMatchObject({
      ok: true,
    });
    expect(await execute(steps.handUp, { ...(await seen(id)), assessment }, by(decider))).toMatchObject({
      error: { problem: { status: 409 } },
    });
    const approve = { verdict: 'approve', reason: 'Stolen är beställd.' };
    expect(await execute(decide, { ...(await seen(id)), ...approve }, by(assessor))).toMatchObject({
      error: { problem: { code: 'mandateMissing' } },
    });
    expect(await execute(decide, { ...(await seen(id)), ...approve }, by(decider))).toMatchObject({
      ok: true,
    });
    expect(await eventsOf(id)).toEqual(['submitted', 'taken', 'handedBack', 'handedUp', 'approved']);
    expect(await execute(decide, { ...(await seen(id)), ...approve }, by(decider))).toMatchObject({
      error: { problem: { code: 'documentSettled' } },
    });
  });

  it('that is returned says why and by when, and is completed by a new version', async () => {
    const id = await sent();
    const back = { verdict: 'return', reason: '' };
    expect(await execute(decide, { ...(await seen(id)), ...back }, by(assessor))).toMatchObject({
      error: { problem: { errors: [{ pointer: '/reason', code: 'reasonMissing' }] } },
    });
    const said = { ...back, reason: 'Vilken sorts stol behövs, och från när?' };
    expect(await execute(decide, { ...(await seen(id)), ...said }, by(assessor))).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ status: 'returned', completeBy: new Date('2026-03-09') });
    const { version } = await stored(id);
    const replaces = { replacesId: id, replacesVersion: version };
    expect(await send(replaces)).toMatchObject({ error: { problem: { code: 'nothingCorrected' } } });
    const text = 'En höj- och sänkbar arbetsstol behövs från den 16 mars.';
    const next = await sent({ ...replaces, content: { ...CONTENT, text } });
    expect(await stored(id)).toMatchObject({ status: 'superseded' });
    expect(await stored(next)).toMatchObject({
      status: 'submitted',
      number: 2,
      threadId: id,
      supersedesId: id,
    });
  });

  it('is corrected with why, and never from a version that somebody else has moved on', async () => {
    const id = await sent();
    const { version } = await stored(id);
    const content = { ...CONTENT, text: 'Det var två stolar som behövdes, inte en.' };
    const replaces = { replacesId: id, replacesVersion: version, content };
    expect(await send(replaces)).toMatchObject({ error: { problem: { errors: [{ pointer: '/why' }] } } });
    const why = 'Antalet blev fel i den första.';
    expect(await send({ ...replaces, replacesVersion: version + 1, why })).toMatchObject({
      error: { problem: { status: 409 } },
    });
    await sent({ ...replaces, why });
    expect(await eventsOf(id)).toEqual(['submitted', 'superseded']);
  });

  it('is taken back until somebody has begun with it', async () => {
    const first = await sent();
    expect(await execute(steps.withdraw, await seen(first), by(world.stranger))).toMatchObject({ ok: false });
    expect(await execute(steps.withdraw, await seen(first), by(coach))).toMatchObject({ ok: true });
    const second = await sent();
    await execute(steps.take, await seen(second), by(assessor));
    expect(await execute(steps.withdraw, await seen(second), by(coach))).toMatchObject({
      error: { problem: { code: 'reviewBegun' } },
    });
  });

  it('that is being written is kept, resumed by a colleague, and gone once it is sent', async () => {
    const draftId = newId();
    const save = saveDocumentDraft(informativeReportKind);
    const input = { placementId: placement.id, draftId, content: { category: 'aid', text: 'En' } };
    expect(await execute(save, input, by(coach))).toMatchObject({ ok: true, value: { draftVersion: 1 } });
    expect(await execute(save, input, by(coach))).toMatchObject({ error: { problem: { status: 409 } } });
    expect(await execute(save, { ...input, draftVersion: 1 }, by(world.stranger))).toMatchObject({
      ok: false,
    });
    const asked = { placementId: placement.id, replacesId: null, draftId: null, typed: null };
    expect(await ask(documentForm(informativeReportKind), asked, by(coach))).toMatchObject({
      ok: true,
      value: { draft: { draftId, values: { 'content.category': 'aid', 'content.text': 'En' } } },
    });
    await sent({ draftId });
    expect(await owner.documentDraft.count({ where: { id: draftId } })).toBe(0);
    expect(await execute(discardDocumentDraft(informativeReportKind), { draftId }, by(coach))).toMatchObject({
      error: { problem: { status: 404 } },
    });
  });

  it('waits in the queue of those who can do something, with nobody else', async () => {
    const id = await sent();
    const queueOf = async (actor: Actor) => {
      const queue = await ask(documentQueue, { kind: 'all', show: 'all', q: '', page: 1 }, by(actor));
      if (!queue.ok) throw new Error(queue.error.code);
      return queue.value.documents.map((document) => document.id);
    };
    expect(await queueOf(assessor)).toContain(id);
    expect(await queueOf(decider)).toContain(id);
    expect(await queueOf(reviewer)).not.toContain(id);
    const assessment = 'Det här behöver någon med rätt att besluta ta ställning till.';
    await execute(steps.handUp, { ...(await seen(id)), assessment }, by(assessor));
    expect(await queueOf(assessor)).not.toContain(id);
    expect(await queueOf(decider)).toContain(id);
  });
});
