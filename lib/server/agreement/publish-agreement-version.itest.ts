import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type krom from '#lib/domain/compensation/agreements/krom.json';
import { agreementsOverview } from '#lib/server/agreement/agreements-overview.ts';
import {
  discardAgreementDraft,
  returnAgreementDraft,
} from '#lib/server/agreement/agreement-draft-commands.ts';
import { saveAgreementDocument } from '#lib/server/agreement/save-agreement-document.ts';
import {
  type DraftSetup,
  draftSteps,
  FOLLOWED,
  NOW,
  openDraftSetup,
} from '#lib/server/agreement/testing/draft-setup.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { newId } from '#lib/server/ids.ts';

let setup: DraftSetup;
let steps: ReturnType<typeof draftSteps>;
beforeAll(async () => {
  setup = await openDraftSetup();
  steps = draftSteps(setup);
});
afterAll(() => setup.close());

const dearer = (document: typeof krom) => ({
  ...document,
  name: 'Rusta och matcha, höjd dagsersättning',
  basePay: { ...document.basePay, rates: [{ from: '2020-01-01', orePerDay: { A: 6000, B: 7000, C: 8000 } }] },
});

async function submitted(): Promise<string> {
  const draftId = await steps.create();
  await steps.save(draftId, dearer);
  await steps.confirmAll(draftId);
  await steps.impact(draftId);
  expect(await steps.submit(draftId)).toMatchObject({ ok: true });
  return draftId;
}

describe('an agreement version', () => {
  test('is drafted by one person and published by another; then new decisions can name it', async () => {
    const draftId = await submitted();
    const { world, henrik } = setup;
    const seen = await steps.show(draftId, henrik);
    expect(seen.rights).toEqual({ mayEdit: false, mayPublish: true, mayReturn: true });
    expect(seen.differences).toContainEqual({
      key: 'Grundersättningens belopp, gäller från 1 januari 2020, nivå A',
      place: 'Grundersättningens belopp, gäller från 1 januari 2020, nivå A',
      before: '55\u00A0kr',
      after: '60\u00A0kr',
    });
    const asked = await steps.publish(draftId, henrik, { stepUp: false });
    expect(asked).toMatchObject({
      error: { stepUp: { purpose: 'publishVersion', contentHash: seen.contentHash } },
    });
    const published = await steps.publish(draftId, henrik);
    expect(published).toMatchObject({ ok: true, value: { agreementVersionId: seen.agreementVersionId } });
    const version = await world.owner.agreementVersion.findUniqueOrThrow({
      where: { id: seen.agreementVersionId },
    });
    expect(version).toMatchObject({
      name: 'Rusta och matcha, höjd dagsersättning',
      publishedByPersonId: henrik.personId,
    });
    expect(version.document).toEqual(seen.document);
    expect((await steps.show(draftId)).life).toMatchObject({ status: 'published', published: { at: NOW } });
    const overview = await world.read(agreementsOverview, {}, { actor: henrik, now: NOW });
    expect(overview).toMatchObject({
      value: { agreements: [{ id: version.id, placements: 0 }, { id: FOLLOWED }] },
    });
  });

  test('is never published by who drafted or submitted it, nor by who wrote a single case in it', async () => {
    const draftId = await steps.create();
    await steps.save(draftId, dearer);
    await steps.confirmAll(draftId, setup.henrik);
    await steps.impact(draftId);
    await steps.submit(draftId);
    for (const actor of [setup.maryam, setup.henrik]) {
      expect(await steps.publish(draftId, actor)).toMatchObject({
        error: { problem: { status: 403, errors: [{ code: 'ownDraft' }] } },
      });
    }
    const third = await buildAuthorityActor(setup.world.owner, 'agreementAdmin');
    expect(await steps.publish(draftId, third)).toMatchObject({ ok: true });
  });

  test('is refused by the database itself when its drafter publishes it, or when it is not what was submitted', async () => {
    const draftId = await submitted();
    const { world, maryam, henrik } = setup;
    const { document, name, agreementVersionId: id } = await steps.show(draftId);
    const insert = async (publisher: string, given: object): Promise<void> => {
      await world.owner.agreementVersion.create({
        data: { id, name, document: given, publishedAt: NOW, publishedByPersonId: publisher },
      });
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the document of a valid draft
    const own = document as typeof krom;
    await expect(insert(maryam.personId, own)).rejects.toThrow(/second person/);
    await expect(insert(henrik.personId, { ...own, vatPermille: 0 })).rejects.toThrow(/second person/);
    await expect(
      world.owner.agreementDraft.update({
        where: { id: draftId },
        data: { editorPersonIds: [], version: 99 },
      }),
    ).resolves.toMatchObject({ editorPersonIds: [maryam.personId] });
  });

  test('is at rest once it is submitted, and goes on when it is sent back with a reason', async () => {
    const draftId = await submitted();
    const { world, maryam, henrik } = setup;
    const { life, document } = await steps.show(draftId);
    const input = { draftId, version: life.version, document: JSON.stringify(document) };
    expect(await world.run(saveAgreementDocument, input, { actor: maryam, now: NOW })).toMatchObject({
      error: { problem: { status: 409, code: 'notADraft' } },
    });
    await expect(
      world.owner.$executeRaw`UPDATE agreement_draft SET name = 'Något annat' WHERE id = ${draftId}::uuid`,
    ).rejects.toThrow(/never changes/);
    const empty = { draftId, version: life.version, reason: ' ' };
    expect(await world.run(returnAgreementDraft, empty, { actor: henrik, now: NOW })).toMatchObject({
      error: { problem: { status: 422, errors: [{ pointer: '/reason' }] } },
    });
    const back = { draftId, version: life.version, reason: 'Nivå C är för låg.' };
    expect(await world.run(returnAgreementDraft, back, { actor: henrik, now: NOW })).toMatchObject({
      ok: true,
    });
    expect((await steps.show(draftId)).life).toMatchObject({
      status: 'draft',
      returned: { reason: 'Nivå C är för låg.' },
    });
  });

  test('is not published while a golden case fails: which, and how it differs', async () => {
    const draftId = await submitted();
    const { world, henrik } = setup;
    // The calculation itself has changed since it was submitted, as far as the case can tell.
    await world.owner.$executeRawUnsafe('ALTER TABLE agreement_draft DISABLE TRIGGER agreement_draft_guard');
    await world.owner.$executeRaw`UPDATE agreement_draft
      SET golden_cases = jsonb_set(golden_cases, '{0,expected,lines,0,amountOre}', '1') WHERE id = ${draftId}::uuid`;
    await world.owner.$executeRawUnsafe('ALTER TABLE agreement_draft ENABLE TRIGGER agreement_draft_guard');
    expect(await steps.publish(draftId, henrik)).toMatchObject({
      error: {
        problem: {
          status: 422,
          code: 'draftIncomplete',
          errors: [{ pointer: '/cases/0', code: 'case differs' }],
        },
      },
    });
    const [first] = (await steps.show(draftId)).readiness.cases;
    expect(first?.checked).toMatchObject({
      state: 'differs',
      // 23 working days in March 2021 × 70 kr (level B).
      differences: [
        { part: 'lines', key: 'base:2021-03:2020-01-01', member: 'amountOre', expected: 1, got: 161_000 },
      ],
    });
  });

  test('needs a present preview of what it changes: none, edited since, or too old is refused', async () => {
    const { henrik } = setup;
    const outdated = {
      error: {
        problem: {
          status: 422,
          code: 'draftIncomplete',
          errors: [{ pointer: '/impact', code: 'impactOutdated' }],
        },
      },
    };
    const draftId = await steps.create();
    await steps.confirmAll(draftId);
    await steps.submit(draftId);
    expect(await steps.publish(draftId, henrik)).toMatchObject(outdated);
    const { life } = await steps.show(draftId);
    const back = { draftId, version: life.version, reason: 'Höj dagsersättningen.' };
    await setup.world.run(returnAgreementDraft, back, { actor: henrik, now: NOW });
    await steps.impact(draftId);
    await steps.save(draftId, dearer);
    expect((await steps.show(draftId)).impact).toMatchObject({ isPresent: false, isEdited: true });
    await steps.confirmAll(draftId);
    await steps.submit(draftId);
    expect(await steps.publish(draftId, henrik)).toMatchObject(outdated);
    // Whoever publishes may ask for a new one: that is not editing.
    await steps.impact(draftId, henrik);
    const later = new Date('2026-06-23T09:00:00Z');
    expect(await steps.publish(draftId, henrik, { now: later })).toMatchObject(outdated);
    expect(await steps.publish(draftId, henrik)).toMatchObject({ ok: true });
  });

  test('a copy that somebody else has changed meanwhile is not overwritten', async () => {
    const draftId = await steps.create();
    const { life, document } = await steps.show(draftId);
    await steps.save(draftId, dearer);
    const { world, henrik } = setup;
    const stale = { draftId, version: life.version, document: JSON.stringify(document) };
    expect(await world.run(saveAgreementDocument, stale, { actor: henrik, now: NOW })).toMatchObject({
      error: { problem: { status: 409 } },
    });
    const { contentHash, life: seen } = await steps.show(draftId);
    expect(seen.version).toBe(life.version + 1);
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a discarded draft is kept and stays so', async () => {
    const draftId = await steps.create();
    const { life, document } = await steps.show(draftId);
    const { world, maryam } = setup;
    const seen = { draftId, version: life.version };
    expect(await world.run(discardAgreementDraft, seen, { actor: maryam, now: NOW })).toMatchObject({
      ok: true,
    });
    const again = { draftId, version: life.version + 1, document: JSON.stringify(document) };
    expect(await world.run(saveAgreementDocument, again, { actor: maryam, now: NOW })).toMatchObject({
      error: { problem: { code: 'notADraft' } },
    });
    await expect(
      world.owner.$executeRaw`DELETE FROM agreement_draft WHERE id = ${draftId}::uuid`,
    ).rejects.toThrow(/never deleted/);
    expect(await steps.submit(draftId)).toMatchObject({ error: { problem: { status: 409 } } });
  });

  test('is administrators’ work: others neither see nor make drafts, an auditor reads', async () => {
    const draftId = await steps.create();
    const { world } = setup;
    const auditor = await buildAuthorityActor(world.owner, 'auditor');
    expect((await steps.show(draftId, auditor)).rights).toEqual({
      mayEdit: false,
      mayPublish: false,
      mayReturn: false,
    });
    expect(await steps.submit(draftId, auditor)).toMatchObject({ error: { problem: { status: 403 } } });
    const payer = await buildAuthorityActor(world.owner, 'payer');
    await expect(steps.show(draftId, payer)).rejects.toThrow('forbidden');
    const missing = { draftId: newId(), version: 1 };
    expect(await world.run(discardAgreementDraft, missing, { actor: setup.maryam, now: NOW })).toMatchObject({
      error: { problem: { status: 404 } },
    });
  });
});
