import { afterAll, beforeAll, expect, test } from 'vitest';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { typedTermsAt } from '#lib/domain/agreement/terms-form.ts';
import { TERMS_MEMBERS } from '#lib/domain/agreement/terms-member.ts';
import { publishTermsVersion } from '#lib/server/agreement/publish-terms-version.ts';
import { createTermsDraft, saveTermsDraft } from '#lib/server/agreement/save-terms-draft.ts';
import { showTermsDraft } from '#lib/server/agreement/show-terms-draft.ts';
import {
  discardTermsDraft,
  returnTermsDraft,
  submitTermsDraft,
} from '#lib/server/agreement/terms-draft-commands.ts';
import { type DraftSetup, given, NOW, openDraftSetup } from '#lib/server/agreement/testing/draft-setup.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

let setup: DraftSetup;
beforeAll(async () => {
  setup = await openDraftSetup();
});
afterAll(() => setup.close());

async function show(draftId: string, actor = setup.maryam) {
  const shown = await setup.world.read(showTermsDraft, { draftId }, { actor, now: NOW });
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value;
}

async function create(): Promise<string> {
  const input = { replacesId: 'terms-example-1' };
  return given(await setup.world.run(createTermsDraft, input, { actor: setup.maryam, now: NOW })).draftId;
}

async function save(draftId: string, typed: object) {
  const { life } = await show(draftId);
  const asText: Record<string, unknown> = {};
  for (const path of Object.keys(TERMS_MEMBERS)) {
    const [outer = path, inner] = path.split('.');
    const text = typedTermsAt(terms, path);
    asText[outer] = inner === undefined ? text : { ...(asText[outer] as object | undefined), [inner]: text };
  }
  const whole = { ...asText, draftId, version: life.version, ...typed };
  given(await setup.world.run(saveTermsDraft, whole, { actor: setup.maryam, now: NOW }));
}

async function submit(draftId: string) {
  const { life } = await show(draftId);
  return await setup.world.run(
    submitTermsDraft,
    { draftId, version: life.version },
    { actor: setup.maryam, now: NOW },
  );
}

async function publish(draftId: string, actor: AuthorityActor) {
  const { life, contentHash } = await show(draftId);
  const { sessionId } = actor;
  await buildStepUp(setup.world.owner, { sessionId, purpose: 'publishVersion', contentHash, at: NOW });
  return await setup.world.run(
    publishTermsVersion,
    { draftId, version: life.version, contentHash },
    { actor, now: NOW },
  );
}

test('terms are drafted by one and published by another, and hold from their day', async () => {
  const { world, maryam, henrik } = setup;
  const draftId = await create();
  await save(draftId, { validFrom: '2026-09-01', choiceWorkdays: '7', onSitePermille: '62,5' });
  const shown = await show(draftId);
  expect(shown.differences).toEqual([
    {
      key: 'choiceWorkdays',
      place: 'Deltagaren har på sig att välja',
      before: '5 arbetsdagar',
      after: '7 arbetsdagar',
    },
    { key: 'onSitePermille', place: 'Minst så mycket av stödet på plats', before: '50 %', after: '62,5 %' },
  ]);
  expect(await submit(draftId)).toMatchObject({ ok: true });
  expect(await publish(draftId, maryam)).toMatchObject({ error: { problem: { status: 403 } } });
  expect(await publish(draftId, henrik)).toMatchObject({ value: { termsVersionId: 'villkor-2026-09-01' } });
  expect(await termsInForce(world.app, plainDate('2026-08-31'))).toMatchObject({ choiceWorkdays: 5 });
  expect(await termsInForce(world.app, plainDate('2026-09-01'))).toMatchObject({
    choiceWorkdays: 7,
    onSitePermille: 625,
  });
  const taken = await create();
  await save(taken, { validFrom: '2026-09-01' });
  expect((await show(taken)).faults).toMatchObject([{ pointer: '/validFrom', code: 'taken' }]);
});

test('terms cannot hold from a day that has come, and every fault is told where it stands', async () => {
  const draftId = await create();
  expect((await show(draftId)).faults).toMatchObject([{ pointer: '/validFrom', code: 'notDate' }]);
  await save(draftId, {
    validFrom: '2026-06-15',
    payDay: '31',
    leastSupportMinutesPerWeek: { firstPeriod: 'en timme', secondPeriod: '' },
  });
  const faults = [
    { pointer: '/validFrom', code: 'notAhead' },
    { pointer: '/payDay', code: 'outOfRange', fix: 'Ange ett heltal från 1 till 28.' },
    { pointer: '/leastSupportMinutesPerWeek/firstPeriod', code: 'notInteger' },
    { pointer: '/leastSupportMinutesPerWeek/secondPeriod', code: 'required' },
  ];
  expect((await show(draftId)).faults).toMatchObject(faults);
  expect((await show(draftId)).document).toMatchObject({
    leastSupportMinutesPerWeek: { firstPeriod: 'en timme' },
  });
  expect(await submit(draftId)).toMatchObject({
    error: { problem: { code: 'draftIncomplete', errors: faults } },
  });
});

test('the database too refuses terms that their drafter publishes', async () => {
  const draftId = await create();
  await save(draftId, { validFrom: '2027-01-01' });
  await submit(draftId);
  const { document } = await show(draftId);
  const insert = async (publishedByPersonId: string) =>
    await setup.world.owner.termsVersion.create({
      data: {
        id: 'villkor-2027-01-01',
        validFrom: toUtcDate(plainDate('2027-01-01')),
        document: JSON.parse(JSON.stringify(document)) as object,
        publishedByPersonId,
        publishedAt: NOW,
      },
    });
  await expect(insert(setup.maryam.personId)).rejects.toThrow(/second person/);
});

test('terms that are sent back are edited again; discarded ones are at rest', async () => {
  const { world, maryam, henrik } = setup;
  const draftId = await create();
  await save(draftId, { validFrom: '2027-02-01' });
  await submit(draftId);
  const reason = 'Fler dagar för val.';
  const back = { draftId, version: (await show(draftId)).life.version, reason };
  given(await world.run(returnTermsDraft, back, { actor: henrik, now: NOW }));
  expect((await show(draftId)).life).toMatchObject({ status: 'draft', returned: { reason } });
  const seen = { draftId, version: (await show(draftId)).life.version };
  given(await world.run(discardTermsDraft, seen, { actor: maryam, now: NOW }));
  expect(await submit(draftId)).toMatchObject({ error: { problem: { status: 409 } } });
});
