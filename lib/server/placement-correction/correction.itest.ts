import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#lib/server/command/execute.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { decideCorrection } from '#lib/server/placement-correction/decide-correction.ts';
import { recalculateCorrection } from '#lib/server/placement-correction/recalculate-correction.ts';
import { submitCorrection } from '#lib/server/placement-correction/submit-correction.ts';
import {
  type CorrectionStage,
  openCorrectionStage,
} from '#lib/server/placement-correction/testing/correction-stage.ts';
import { withdrawCorrection } from '#lib/server/placement-correction/withdraw-correction.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { addDays } from '#lib/shared/plain-date.ts';

let stage: CorrectionStage;
beforeAll(async () => {
  stage = await openCorrectionStage();
});
beforeEach(async () => stage.begin());
afterAll(async () => stage.close());

describe('a correction of placements', () => {
  it('shows its kronor by placement, by provider and in all, and the next run posts exactly those', async () => {
    const correctionId = await stage.submitted();
    const { correction, items, byProvider } = await stage.show(correctionId);
    const own = items.find(({ placementId }) => placementId === stage.paid.id);
    const other = items.find(({ placementId }) => placementId === stage.waiting.id);
    // January: 21 days × (75 − 65) kr = 210 kr; result 30 000 − 22 000; supplement 4 000 − 3 500; and the bonus by day rate.
    expect(own?.differenceOre).toBeGreaterThan(21_000 + 800_000 + 50_000);
    expect(own?.nextOre).toBe(own?.differenceOre);
    expect(other).toMatchObject({ fromLevel: 'B', toLevel: 'A', differenceOre: 0, nextOre: 0 });
    expect(byProvider).toMatchObject([{ placements: 2, differenceOre: own?.differenceOre }]);
    expect(correction).toMatchObject({ placements: 2, providers: 1, nextOre: own?.nextOre });
    expect((await stage.decide(correctionId)).ok).toBe(true);
    const day = addDays(stage.today, 1);
    const posted = await postedByRun(stage.setup, day);
    expect(posted.get(stage.paid.id)).toBe(own?.nextOre);
    expect(posted.get(stage.waiting.id)).toBeUndefined();
    const after = await stage.setup.owner.placement.findUniqueOrThrow({
      where: { id: stage.paid.id },
      include: { decision: true },
    });
    expect(after).toMatchObject({ level: 'C', decision: { level: 'C' } });
    expect((await stage.show(correctionId)).correction).toMatchObject({
      status: 'decided',
      decisionReason: '',
    });
  });

  it('to another agreement version shows and posts its kronor too', async () => {
    const result = await stage.declare({ rows: stage.paid.reference, agreementVersionId: 'rom2-exempel-1' });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { correctionId } = result.value;
    await execute(
      submitCorrection,
      { correctionId, version: 1 },
      onDay(stage.database, stage.maria, stage.today),
    );
    const { items } = await stage.show(correctionId);
    expect(items).toMatchObject([{ fromLevel: 'B', toLevel: 'B', toAgreementVersionId: 'rom2-exempel-1' }]);
    expect((await stage.decide(correctionId)).ok).toBe(true);
    expect((await postedByRun(stage.setup, addDays(stage.today, 1))).get(stage.paid.id) ?? 0).toBe(
      items[0]?.nextOre,
    );
  });

  it('says what is wrong with what was pasted, by row', async () => {
    const result = await stage.declare({ rows: `${stage.paid.reference};B\n123;C\n999999999;A` });
    expect(result).toMatchObject({
      error: { problem: { status: 422, errors: [{ row: 2, code: 'referenceInvalid' }] } },
    });
    expect(await stage.declare({ rows: `${stage.paid.reference};B\n999999999;A` })).toMatchObject({
      error: {
        problem: {
          errors: [
            { row: 1, code: 'nothingChanges' },
            { row: 2, code: 'referenceUnknown' },
          ],
        },
      },
    });
    expect(await stage.declare({ what: 'fel', occurredOn: 'i går' })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/what' }, { pointer: '/occurredOn' }] } },
    });
    await stage.declared();
    expect(await stage.declare()).toMatchObject({
      error: { problem: { errors: [{ code: 'underCorrection' }, {}] } },
    });
  });

  it('is decided by a second person, with the e-ID again', async () => {
    const correctionId = await stage.submitted();
    expect(await stage.decide(correctionId, { stepUp: false })).toMatchObject({
      error: { problem: { code: 'stepUpRequired' }, stepUp: { purpose: 'decideCorrection' } },
    });
    expect(await stage.decide(correctionId, { actor: stage.maria })).toMatchObject({
      error: { problem: { status: 403, errors: [{ code: 'ownSubmission' }] } },
    });
    expect(
      await stage.setup.owner.placement.findUniqueOrThrow({ where: { id: stage.paid.id } }),
    ).toMatchObject({
      level: 'B',
    });
    await expect(
      stage.setup.owner.placementCorrection.update({
        where: { id: correctionId },
        data: {
          status: 'declined',
          decidedByPersonId: stage.maria.personId,
          decidedAt: new Date(),
          decisionReason: 'nej',
        },
      }),
    ).rejects.toThrow('placement_correction_four_eyes');
  });

  it('is declared, submitted and decided by those who answer for agreements alone', async () => {
    const reviewer = await buildAuthorityActor(stage.setup.owner, 'reviewer');
    for (const actor of [reviewer, stage.signatory]) {
      expect(await stage.declare({}, actor)).toMatchObject({ error: { problem: { status: 403 } } });
    }
    const correctionId = await stage.declared();
    expect(
      await execute(
        submitCorrection,
        { correctionId, version: 1 },
        onDay(stage.database, stage.henrik, stage.today),
      ),
    ).toMatchObject({ error: { problem: { errors: [{ code: 'notDeclarer' }] } } });
    expect(await stage.decide(correctionId)).toMatchObject({
      error: { problem: { code: 'correctionNotOpen' } },
    });
    const done = await execute(
      withdrawCorrection,
      { correctionId, version: 1 },
      onDay(stage.database, stage.maria, stage.today),
    );
    expect(done.ok).toBe(true);
    expect((await stage.declare()).ok).toBe(true);
  });

  it('whose kronor have changed is refused with the placements named, until it is calculated again', async () => {
    const correctionId = await stage.submitted();
    await buildStoredReport(stage.setup.owner, { placement: stage.waiting, month: '2026-02' });
    const refused = await stage.decide(correctionId);
    expect(refused).toMatchObject({
      error: { problem: { status: 409, code: 'correctionStale', errors: [{ code: 'kronorChanged' }] } },
    });
    expect(refused.ok ? '' : refused.error.problem.errors[0]?.message).toContain(stage.waiting.reference);
    const { correction } = await stage.show(correctionId);
    const input = { correctionId, version: correction.version };
    expect(
      (await execute(recalculateCorrection, input, onDay(stage.database, stage.henrik, stage.today))).ok,
    ).toBe(true);
    const { items } = await stage.show(correctionId);
    expect((await stage.decide(correctionId)).ok).toBe(true);
    const posted = await postedByRun(stage.setup, addDays(stage.today, 1));
    for (const { placementId, nextOre } of items) expect(posted.get(placementId) ?? 0).toBe(nextOre);
  });

  it('whose placement has been changed meanwhile is refused with it named', async () => {
    const correctionId = await stage.submitted();
    await stage.setup.owner.placement.update({ where: { id: stage.paid.id }, data: { level: 'A' } });
    expect(await stage.decide(correctionId)).toMatchObject({
      error: { problem: { code: 'correctionStale', errors: [{ code: 'placementChanged' }] } },
    });
  });

  it('is carried out once, however often it is decided, and told the participant once', async () => {
    const participant = await buildParticipantActor(stage.setup.owner, stage.paid.participant);
    const correctionId = await stage.submitted();
    const { correction, contentHash } = await stage.show(correctionId);
    const at = new Date(`${stage.today}T11:00:00Z`);
    await buildStepUp(stage.setup.owner, {
      sessionId: stage.henrik.sessionId,
      purpose: 'decideCorrection',
      contentHash,
      at,
    });
    const input = { correctionId, version: correction.version, decision: 'decide', contentHash };
    const key = newId();
    const all = await Promise.all(
      Array.from({ length: 5 }, () =>
        execute(decideCorrection, input, onDay(stage.database, stage.henrik, stage.today, key)),
      ),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    const { version } = await stage.setup.owner.placement.findUniqueOrThrow({ where: { id: stage.paid.id } });
    expect(version).toBe(2);
    const told = await stage.setup.owner.notification.findMany({ where: { personId: participant.personId } });
    expect(told).toMatchObject([
      { event: 'levelCorrected', placementId: stage.paid.id, path: '/participant' },
    ]);
  });
});
