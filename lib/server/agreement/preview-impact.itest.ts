import { afterAll, beforeAll, expect, test } from 'vitest';
import type krom from '#lib/domain/compensation/agreements/krom.json';
import { impactProgress, impactProviders } from '#lib/server/agreement/impact-providers.ts';
import { previewImpact } from '#lib/server/agreement/preview-impact.ts';
import { requestImpact } from '#lib/server/agreement/request-impact.ts';
import {
  type DraftSetup,
  draftSteps,
  given,
  NOW,
  openDraftSetup,
} from '#lib/server/agreement/testing/draft-setup.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { newRun } from '#lib/server/statement/testing/run-setup.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';

let setup: DraftSetup;
let steps: ReturnType<typeof draftSteps>;
beforeAll(async () => {
  setup = await openDraftSetup();
  steps = draftSteps(setup);
  const { owner, office, elsewhere } = setup.world;
  for (const level of ['A', 'B'] as const) {
    const placement = await buildPlacement(owner, { office, level, from: '2026-01-02' });
    await buildStoredReport(owner, { placement, month: '2026-01' });
  }
  const late = await buildPlacement(owner, { office: elsewhere, level: 'C', from: '2026-01-02' });
  await buildStoredReport(owner, { placement: late, month: '2026-01', status: 'submitted' });
  const paid = await buildPlacement(owner, { office: elsewhere, level: 'C', from: '2026-01-02' });
  await buildStoredReport(owner, { placement: paid, month: '2026-01' });
  await runStatements({ database: setup.worker, runId: await newRun(owner, '2026-02-10'), now: () => NOW });
});
afterAll(() => setup.close());

const cheaperForC = (document: typeof krom) => ({
  ...document,
  basePay: { ...document.basePay, rates: [{ from: '2020-01-01', orePerDay: { A: 5600, B: 6500, C: 7000 } }] },
});

test('a preview tells what the same placements would have been paid, by component, level and provider', async () => {
  const draftId = await steps.create();
  await steps.save(draftId, cheaperForC);
  await steps.impact(draftId);
  const { impact } = await steps.show(draftId);
  // 21 working days each: A 55 → 56 kr is +21 kr, B the same, C 75 → 70 kr is −105 kr; the second C has no approved report.
  expect(impact).toMatchObject({
    state: 'finished',
    isPresent: true,
    providersTotal: 2,
    result: {
      placements: 4,
      changed: 2,
      statements: 2,
      notCalculable: {},
      byComponent: { basePay: { before: 115_500 + 136_500 + 157_500, after: 117_600 + 136_500 + 147_000 } },
      byLevel: {
        A: { before: 115_500, after: 117_600 },
        B: { before: 136_500, after: 136_500 },
        C: { before: 157_500, after: 147_000 },
      },
      total: { before: 409_500, after: 401_100 },
    },
  });
  expect(impact?.result?.examples).toMatchObject([
    { level: 'A', before: 115_500, after: 117_600, linesAfter: [{ amountOre: 117_600 }] },
    { level: 'C', before: 157_500, after: 147_000, linesBefore: [{ amountOre: 157_500 }] },
  ]);
  expect(impact?.result?.examples[0]?.reference).toMatch(/^\d{9}$/);
  const providers = await setup.world.read(impactProviders, { draftId }, { actor: setup.henrik, now: NOW });
  expect(providers).toMatchObject({
    value: [
      {
        orgNo: setup.world.elsewhere.provider.orgNo,
        impact: { changed: 1, total: { before: 157_500, after: 147_000 } },
      },
      { orgNo: setup.world.office.provider.orgNo, impact: { changed: 1 } },
    ],
  });
});

test('a preview that is killed goes on with the providers that are left, to the same result', async () => {
  const { world, worker, maryam } = setup;
  const draftId = await steps.create();
  await steps.save(draftId, cheaperForC);
  const whole = await steps.impact(draftId);
  const input = { database: worker, now: () => NOW, batchSize: 1 };
  const { previewId } = given(await world.run(requestImpact, { draftId }, { actor: maryam, now: NOW }));
  const killed = previewImpact({
    ...input,
    previewId,
    onProvider: () => {
      throw new Error('killed');
    },
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await world.read(impactProgress, { draftId }, { actor: maryam, now: NOW })).toMatchObject({
    value: { state: 'failed', providersDone: 1, providersTotal: 2 },
  });
  await previewImpact({ ...input, previewId });
  const results = await world.owner.impactPreview.findMany({ where: { id: { in: [whole, previewId] } } });
  expect(results).toHaveLength(2);
  expect(results[0]?.result).toEqual(results[1]?.result);
});

test('participants with protected identity are counted and never shown as examples', async () => {
  const { owner, office } = setup.world;
  const placement = await buildPlacement(owner, { office, level: 'A', from: '2026-01-02' });
  await buildStoredReport(owner, { placement, month: '2026-01' });
  const before = await steps.create();
  await steps.save(before, cheaperForC);
  await steps.impact(before);
  const shownIds = async () =>
    (await steps.show(before)).impact?.result?.examples.map(({ placementId }) => placementId);
  expect(await shownIds()).toContain(placement.id);
  await owner.person.update({ where: { id: placement.participant.person.id }, data: { protected: true } });
  // Not in what was calculated before either.
  expect(await shownIds()).not.toContain(placement.id);
  const draftId = await steps.create();
  await steps.save(draftId, cheaperForC);
  await steps.impact(draftId);
  const { impact } = await steps.show(draftId);
  expect(impact?.result).toMatchObject({ placements: 5, changed: 3 });
  expect(impact?.result?.examples.map(({ placementId }) => placementId)).not.toContain(placement.id);
  expect(impact?.result?.examples).toHaveLength(2);
});

test('placements that began before the draft’s first rate are told of, not passed over', async () => {
  const draftId = await steps.create();
  await steps.save(draftId, (document) => ({
    ...document,
    basePay: { ...document.basePay, rates: [{ from: '2027-01-01', orePerDay: { A: 1, B: 1, C: 1 } }] },
  }));
  await steps.impact(draftId);
  expect((await steps.show(draftId)).impact?.result).toMatchObject({
    changed: 0,
    notCalculable: { notInForce: 5 },
  });
});

test('a draft that cannot be calculated with has no preview, and says why', async () => {
  const draftId = await steps.create();
  await steps.save(draftId, (document) => ({ ...document, vatPermille: 1001 }));
  const { world, maryam } = setup;
  expect(await world.run(requestImpact, { draftId }, { actor: maryam, now: NOW })).toMatchObject({
    error: {
      problem: { code: 'draftIncomplete', errors: [{ pointer: '/vatPermille', code: 'outOfRange' }] },
    },
  });
});
