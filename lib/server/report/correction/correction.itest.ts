import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { showReport } from '#lib/server/report/correction/show-report.ts';
import { reviewCorrection } from '#lib/server/report/correction/review-correction.ts';
import { withdrawCorrection } from '#lib/server/report/correction/withdraw-correction.ts';
import {
  buildStage,
  type CorrectionStage,
  decide,
  decideCorrection,
  draftCorrection,
  LATER,
  NOW,
  reportFacts,
  sendMonth,
  type Sent,
  signCorrection,
  versionsOf,
  WHY,
} from '#lib/server/report/correction/testing/correction-stage.ts';
import { takeReport } from '#lib/server/review/take-report.ts';
import { reopenDecidedReport } from '#lib/server/review/reopen-report.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let stage: CorrectionStage;
let sent: Sent;

beforeAll(async () => {
  stage = await buildStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  sent = await sendMonth(stage.world);
});

async function done<Value>(
  result: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>,
): Promise<Value> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}
const codeOf = (result: { ok: boolean; error?: { problem: { code: string } } }) =>
  result.ok ? 'ok' : result.error?.problem.code;

async function waiting(minutes = 360): Promise<string> {
  await done(draftCorrection(stage.world, sent, minutes));
  return (await done(signCorrection(stage.world, sent))).correctionId;
}

describe('a report that waits', () => {
  test('is replaced when its correction is attested: linked, in time still, decided within as many days', async () => {
    await done(draftCorrection(stage.world, sent, 360));
    const signed = await done(signCorrection(stage.world, sent));
    const [first, second, ...more] = await versionsOf(stage.world, sent.placement.id);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ id: sent.reportId, status: 'superseded' });
    expect(second).toMatchObject({
      id: signed.reportId,
      number: 2,
      supersedesId: sent.reportId,
      status: 'submitted',
      // Sent on 2 April and corrected on the 20th: not late, and 14 days to decide from then.
      submittedOn: new Date('2026-04-02'),
      submittedAt: LATER,
      decideBy: new Date('2026-05-04'),
      amountOre: first?.amountOre,
      rows: [{ minutes: 360 }],
    });
    expect(second?.findings.map(({ code }) => code)).not.toContain('LATE');
  });

  test('keeps the reviewer who had taken it, who is told', async () => {
    const { reportId } = sent;
    await done(stage.world.run(takeReport, { reportId, version: 1 }, { actor: stage.reviewer, now: NOW }));
    // The correction takes away what it was held for.
    await stage.world.owner.report.update({ where: { id: reportId }, data: { routeReason: 'hold' } });
    await done(draftCorrection(stage.world, sent, 360));
    const signed = await done(signCorrection(stage.world, sent));
    const report = await stage.world.owner.report.findUnique({ where: { id: signed.reportId } });
    expect(report).toMatchObject({
      status: 'inReview',
      route: 'person',
      routeReason: 'chosen',
      takenByPersonId: stage.reviewer.personId,
    });
    expect(
      await stage.world.owner.notification.findMany({
        where: { event: 'reportCorrected', subjectId: signed.reportId },
        select: { personId: true, path: true },
      }),
    ).toEqual([{ personId: stage.reviewer.personId, path: `/review/${signed.reportId}` }]);
    expect(codeOf(await decide(stage.world, stage.colleague, signed.reportId, 'approve'))).toBe(
      'takenByColleague',
    );
    expect(codeOf(await decide(stage.world, stage.reviewer, signed.reportId, 'approve'))).toBe('ok');
  });

  test('is not decided as it was once it is corrected: the old version answers that it is decided', async () => {
    await done(draftCorrection(stage.world, sent, 360));
    await done(signCorrection(stage.world, sent));
    expect(codeOf(await decide(stage.world, stage.reviewer, sent.reportId, 'approve'))).toBe(
      'alreadyDecided',
    );
  });
});

describe('an approved report', () => {
  beforeEach(() => done(decide(stage.world, stage.reviewer, sent.reportId, 'approve')));

  test('counts until its correction is approved; then that counts, with the decision as its own', async () => {
    const correctionId = await waiting();
    expect(await versionsOf(stage.world, sent.placement.id)).toMatchObject([{ status: 'approved' }]);
    const before = await reportFacts(stage.world, sent.placement.id, '2026-06-01');
    await done(decideCorrection(stage.world, stage.reviewer, correctionId, 'approve'));
    expect(await versionsOf(stage.world, sent.placement.id)).toMatchObject([
      { status: 'superseded' },
      {
        status: 'approved',
        supersedesId: sent.reportId,
        rows: [{ minutes: 360 }],
        submittedByPersonId: sent.signatory.personId,
        decisions: [{ decision: 'approve', decidedByPersonId: stage.reviewer.personId, effectOre: 0n }],
      },
    ]);
    for (const asOf of ['2026-04-05', '2026-04-19', '2026-06-01'])
      expect(await reportFacts(stage.world, sent.placement.id, asOf)).toEqual(before);
  });

  test('stays in force when its correction is rejected, and can be corrected again', async () => {
    const correctionId = await waiting();
    await done(decideCorrection(stage.world, stage.reviewer, correctionId, 'reject'));
    expect(await versionsOf(stage.world, sent.placement.id)).toMatchObject([
      { id: sent.reportId, status: 'approved' },
    ]);
    const shown = await stage.world.read(
      showReport,
      { reportId: sent.reportId },
      { actor: sent.coach, now: LATER },
    );
    expect(shown).toMatchObject({
      value: {
        way: 'whenApproved',
        corrections: [{ status: 'rejected', decisionReason: 'Loggen säger något annat.' }],
      },
    });
    expect(await waiting(420)).not.toBe(correctionId);
  });

  test('has one correction at a time; taken back, what it said is a draft again', async () => {
    const correctionId = await waiting();
    expect(codeOf(await draftCorrection(stage.world, sent, 390, { version: 2 }))).toBe('correctionWaits');
    const { world } = stage;
    const input = { correctionId, version: 2 };
    await done(world.run(withdrawCorrection, input, { actor: sent.signatory, now: LATER }));
    expect(await world.owner.reportCorrection.findMany({ where: { status: 'draft' } })).toMatchObject([
      { reason: WHY, content: { rows: [{ minutes: 360 }] } },
    ]);
    expect(codeOf(await world.run(withdrawCorrection, input, { actor: sent.signatory, now: LATER }))).toBe(
      'correctionDecided',
    );
    await done(signCorrection(world, sent));
  });

  test('whose decision is taken up again does not get its correction approved behind that', async () => {
    const correctionId = await waiting();
    const reopened = { reportId: sent.reportId, version: 2, kind: 'wrong', reason: 'Loggen lästes fel.' };
    await done(stage.world.run(reopenDecidedReport, reopened, { actor: stage.reviewer, now: LATER }));
    expect(codeOf(await decideCorrection(stage.world, stage.colleague, correctionId, 'approve'))).toBe(
      'reportNotApproved',
    );
    await done(decideCorrection(stage.world, stage.colleague, correctionId, 'reject'));
  });
});

describe('a correction', () => {
  test('that says nothing new, or that the checks block, is not attested', async () => {
    await done(draftCorrection(stage.world, sent, 300));
    expect(await signCorrection(stage.world, sent)).toMatchObject({
      error: { problem: { errors: [{ code: 'nothingCorrected' }] } },
    });
    await done(draftCorrection(stage.world, sent, 44_640, { version: 1 }));
    expect(await signCorrection(stage.world, sent)).toMatchObject({
      error: { problem: { errors: [{ code: 'IMPOSSIBLE_TIME' }] } },
    });
  });

  test('needs the signatory’s e-ID again, for exactly what was shown', async () => {
    await done(draftCorrection(stage.world, sent, 360));
    expect(await signCorrection(stage.world, sent, { stepUp: false })).toMatchObject({
      error: { problem: { code: 'stepUpRequired' } },
    });
    expect(codeOf(await signCorrection(stage.world, sent, { actor: sent.coach }))).toBe('forbidden');
  });

  test('written by two at once is kept once; the other is told', async () => {
    const both = await Promise.all([
      draftCorrection(stage.world, sent, 360),
      draftCorrection(stage.world, sent, 390),
    ]);
    expect(new Set(both.map(codeOf))).toEqual(new Set(['conflict', 'ok']));
    expect(codeOf(await draftCorrection(stage.world, sent, 390, { version: 0 }))).toBe('conflict');
  });

  test('is of one’s own provider and office alone', async () => {
    const { world } = stage;
    const elsewhere = await world.staff('coach', world.elsewhere);
    const input = { reportId: sent.reportId, coach: elsewhere };
    expect(codeOf(await draftCorrection(world, input, 360))).toBe('notFound');
    const read = await world.read(showReport, { reportId: sent.reportId }, { actor: elsewhere, now: LATER });
    expect(read).toMatchObject({ error: { status: 404 } });
  });

  test('is decided once, by somebody who neither wrote nor attested it', async () => {
    await done(decide(stage.world, stage.reviewer, sent.reportId, 'approve'));
    const correctionId = await waiting();
    const { world } = stage;
    const own = { ...stage.reviewer, personId: sent.signatory.personId };
    expect(await decideCorrection(world, own, correctionId, 'approve')).toMatchObject({
      error: { problem: { errors: [{ code: 'ownSubmission' }] } },
    });
    expect(
      codeOf(await decideCorrection(world, stage.reviewer, correctionId, 'approve', { version: 1 })),
    ).toBe('conflict');
    const both = await Promise.all([
      decideCorrection(world, stage.reviewer, correctionId, 'approve', { key: 'same' }),
      decideCorrection(world, stage.reviewer, correctionId, 'approve', { key: 'same' }),
    ]);
    expect(both.map(codeOf)).toEqual(['ok', 'ok']);
    expect(await versionsOf(world, sent.placement.id)).toHaveLength(2);
    expect(codeOf(await decideCorrection(world, stage.colleague, correctionId, 'reject'))).toBe(
      'alreadyDecided',
    );
  });

  test('is seen by a reviewer once it is attested, with the report beside it', async () => {
    await done(decide(stage.world, stage.reviewer, sent.reportId, 'approve'));
    await done(draftCorrection(stage.world, sent, 360));
    const [draft] = await stage.world.owner.reportCorrection.findMany({ where: { reportId: sent.reportId } });
    const at = { actor: stage.reviewer, now: LATER };
    const input = { correctionId: draft?.id ?? '' };
    expect(await stage.world.read(reviewCorrection, input, at)).toMatchObject({ error: { status: 404 } });
    await done(signCorrection(stage.world, sent));
    expect(await stage.world.read(reviewCorrection, input, at)).toMatchObject({
      value: { reason: WHY, before: { rows: [{ minutes: 300 }] }, content: { rows: [{ minutes: 360 }] } },
    });
    const provider = await buildProviderActor(stage.world.owner, 'signatory', {
      provider: stage.world.elsewhere.provider,
    });
    expect(
      await stage.world.read(showReport, { reportId: sent.reportId }, { actor: provider, now: LATER }),
    ).toMatchObject({ error: { status: 404 } });
  });
});
