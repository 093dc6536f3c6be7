import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { receiptFile } from '#lib/server/report/receipt-file.ts';
import { previewWithdrawal, withdrawAttestation } from '#lib/server/report/withdraw-attestation.ts';
import { takeReport } from '#lib/server/review/take-report.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

const now = new Date('2026-04-02T08:00:00Z');
const month = monthOf('2026-03');
let world: World;
let office: BuiltOffice;
let coach: ProviderActor;
let signatory: ProviderActor;
let placements: readonly BuiltPlacement[];

beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  office = await buildOffice(world.owner, { provider: world.office.provider });
  coach = await world.staff('coach', office, [office]);
  signatory = await world.staff('signatory', office, [office]);
  placements = await Promise.all([0, 1, 2].map(() => buildPlacement(world.owner, { office })));
  await Promise.all(placements.map((placement) => buildPlan(world.owner, { placement })));
  for (const { id } of placements) {
    const rows = [{ activity: 'individualMeeting', form: 'onSite', minutes: 300 }];
    const saved = await world.run(
      saveMonthDraft,
      { placementId: id, month, version: 0, rows },
      { actor: coach, now },
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  }
});

async function preview(leave: readonly string[] = []) {
  const shown = await world.read(
    attestPreview,
    { month, office: '', leave: [...leave] },
    { actor: signatory, now },
  );
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value;
}

async function attest(leave: readonly string[] = [], more: object = {}) {
  const { rows, contentHash: shown } = await preview(leave);
  const contentHash = shown ?? '';
  const { sessionId } = signatory;
  await buildStepUp(world.owner, { sessionId, purpose: 'attestReports', contentHash, at: now });
  const reports = rows.map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
  const input = { month, onHonour: true, reports, contentHash, ...more };
  return await world.run(attestReports, input, { actor: signatory, now });
}

async function attested(): Promise<string> {
  const done = await attest();
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.attestationId;
}

const withdrawal = async (attestationId: string) => {
  const shown = await world.read(previewWithdrawal, { attestationId }, { actor: signatory, now });
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value;
};

describe('what is sent can be chosen', () => {
  test('what is kept back is not signed, and is still there to send', async () => {
    const [kept = ''] = placements.map(({ id }) => id);
    const all = await preview();
    const chosen = await preview([kept]);
    expect(chosen.rows).toHaveLength(2);
    expect(chosen.kept.map(({ placementId }) => placementId)).toEqual([kept]);
    expect(chosen.contentHash).not.toBe(all.contentHash);
    // 22 working days × 65 kr, twice
    expect(chosen).toMatchObject({ amountOre: 286_000, sums: { byOffice: [{ reports: 2 }] } });
    expect(await attest([kept])).toMatchObject({ value: { reportCount: 2, amountOre: 286_000 } });
    expect((await preview()).rows.map(({ placementId }) => placementId)).toEqual([kept]);
  });

  test('marked after it was shown, it has to be shown again before it is signed', async () => {
    const { rows } = await preview();
    const reports = rows.map(({ placementId, draftVersion }, index) => ({
      placementId,
      draftVersion,
      leave: index === 0,
    }));
    const refused = { error: { problem: { errors: [{ pointer: '/choose', code: 'choiceNotShown' }] } } };
    expect(await attest([], { reports })).toMatchObject(refused);
    expect(await attest([], { kept: [{ leave: false }] })).toMatchObject(refused);
    expect(await attest([], { kept: [{ leave: true }] })).toMatchObject({ ok: true });
  });

  test('a hash of the whole does not sign a part', async () => {
    const whole = await preview();
    const reports = whole.rows
      .slice(1)
      .map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
    expect(await attest([], { reports })).toMatchObject({ error: { problem: { status: 409 } } });
  });

  test('each stands beside the month before, as a reviewer will notice it', async () => {
    await attest();
    const april = monthOf('2026-04');
    const may = new Date('2026-05-04T08:00:00Z');
    const [same, more] = placements.map(({ id }) => id);
    for (const [placementId, minutes] of [
      [same, 300],
      [more, 600],
    ] as const) {
      const rows = [{ activity: 'individualMeeting', form: 'onSite', minutes }];
      const input = { placementId, month: april, version: 0, rows };
      await world.run(saveMonthDraft, input, { actor: coach, now: may });
    }
    const shown = await world.read(
      attestPreview,
      { month: april, office: '' },
      { actor: signatory, now: may },
    );
    const rows = shown.ok ? shown.value.rows : [];
    const kinds = new Map(rows.map(({ placementId, difference }) => [placementId, difference?.kind]));
    expect(kinds.get(same ?? '')).toBe('equal');
    expect(kinds.get(more ?? '')).toBe('much');
  });
});

describe('a whole attestation', () => {
  test('is taken back as long as nobody has begun to review it; all of it is drafts again', async () => {
    const attestationId = await attested();
    const { seenHash, reports, amountOre } = await withdrawal(attestationId);
    expect([reports.length, amountOre]).toEqual([3, 429_000]);
    const input = { attestationId, seenHash };
    expect(await world.run(withdrawAttestation, input, { actor: signatory, now })).toMatchObject({
      value: { withdrawn: 3 },
    });
    const again = await preview();
    expect(again.rows.map(({ source, minutes }) => [source, minutes.support])).toEqual([
      ['draft', 300],
      ['draft', 300],
      ['draft', 300],
    ]);
    expect(await world.run(withdrawAttestation, input, { actor: signatory, now })).toMatchObject({
      error: { problem: { code: 'withdrawableChanged' } },
    });
    expect(await attest()).toMatchObject({ value: { reportCount: 3 } });
  });

  test('is taken back in part when a reviewer has begun; what was seen is what is taken back', async () => {
    const attestationId = await attested();
    const seen = await withdrawal(attestationId);
    const reviewer = await buildAuthorityActor(world.owner, 'reviewer');
    const reportId = seen.reports[0]?.reportId ?? '';
    await world.run(takeReport, { reportId, version: 1 }, { actor: reviewer, now });
    const stale = { attestationId, seenHash: seen.seenHash };
    expect(await world.run(withdrawAttestation, stale, { actor: signatory, now })).toMatchObject({
      error: { problem: { code: 'withdrawableChanged' } },
    });
    const { seenHash, reports, others } = await withdrawal(attestationId);
    expect([reports.length, others.map(({ status }) => status)]).toEqual([2, ['inReview']]);
    expect(
      await world.run(withdrawAttestation, { attestationId, seenHash }, { actor: signatory, now }),
    ).toMatchObject({ value: { withdrawn: 2 } });
  });

  test('is a signatory’s of the provider', async () => {
    const attestationId = await attested();
    const { seenHash } = await withdrawal(attestationId);
    const input = { attestationId, seenHash };
    const status = async (actor: ProviderActor) => {
      const result = await world.run(withdrawAttestation, input, { actor, now });
      return result.ok ? 200 : result.error.problem.status;
    };
    expect(await status(coach)).toBe(403);
    expect(await status(await world.staff('signatory', world.elsewhere))).toBe(404);
  });

  test('has a receipt as a file that proves itself', async () => {
    const attestationId = await attested();
    const read = await world.read(receiptFile, { attestationId }, { actor: signatory, now });
    const file = read.ok ? read.value.file : null;
    expect(hashOf(file?.content).toString('hex')).toBe(file?.contentHash);
    expect(file?.content).toMatchObject({ reportCount: 3, amountOre: 429_000 });
    // Somebody of another office sees that it was signed, and not the reports of offices that are not theirs.
    const other = await world.staff('signatory', office, [world.otherOffice]);
    const seen = await world.read(receiptFile, { attestationId }, { actor: other, now });
    expect(seen).toMatchObject({ value: { file: { content: null, contentHash: file?.contentHash } } });
  });
});
