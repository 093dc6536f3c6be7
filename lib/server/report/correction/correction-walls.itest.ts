import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withdrawReport } from '#lib/server/report/withdraw-report.ts';
import { withdrawCorrection } from '#lib/server/report/correction/withdraw-correction.ts';
import {
  buildStage,
  type CorrectionStage,
  decide,
  decideCorrection,
  draftCorrection,
  LATER,
  reportFacts,
  sendMonth,
  type Sent,
  signCorrection,
  versionsOf,
} from '#lib/server/report/correction/testing/correction-stage.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { takeReport } from '#lib/server/review/take-report.ts';
import { newId } from '#lib/server/ids.ts';

let stage: CorrectionStage;
beforeAll(async () => {
  stage = await buildStage();
});
afterAll(() => stage.close());

const DAYS = ['2026-04-02', '2026-04-10', '2026-04-20', '2026-07-01'] as const;
const moneyOf = (placementId: string) =>
  Promise.all(DAYS.map((asOf) => reportFacts(stage.world, placementId, asOf)));

const STEPS = [
  'draft',
  'sign',
  'withdrawCorrection',
  'approveCorrection',
  'rejectCorrection',
  'take',
  'approve',
  'return',
] as const;
type Step = (typeof STEPS)[number];

/** Does one thing to the month's report, if it can be done; whether it did. */
async function tryStep(sent: Sent, step: Step, minutes: number): Promise<boolean> {
  const { world, reviewer } = stage;
  const versions = await versionsOf(world, sent.placement.id);
  const current = versions.find(({ status }) => status !== 'superseded' && status !== 'withdrawn');
  if (current === undefined) return false;
  const reportId = current.id;
  const open = await world.owner.reportCorrection.findFirst({
    where: { reportId, status: { in: ['draft', 'submitted'] } },
  });
  const at = { actor: sent.signatory, now: LATER };
  const seen = { correctionId: open?.id ?? newId(), version: open?.version ?? 1 };
  switch (step) {
    case 'draft':
      return (await draftCorrection(world, { ...sent, reportId }, minutes, { version: open?.version ?? 0 }))
        .ok;
    case 'sign':
      return open?.status === 'draft' && (await signCorrection(world, { ...sent, reportId })).ok;
    case 'withdrawCorrection':
      return (await world.run(withdrawCorrection, seen, at)).ok;
    case 'approveCorrection':
    case 'rejectCorrection':
      return (
        open !== null &&
        (
          await decideCorrection(
            world,
            reviewer,
            open.id,
            step === 'approveCorrection' ? 'approve' : 'reject',
          )
        ).ok
      );
    case 'take':
      return (
        await world.run(takeReport, { reportId, version: current.version }, { actor: reviewer, now: LATER })
      ).ok;
    case 'approve':
    case 'return':
      return (await decide(world, reviewer, reportId, step, LATER)).ok;
  }
}

describe('whatever is done with corrections, in any order', () => {
  test('one version at most counts for the month, and only decisions on reports move what is paid, on any day', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.integer({ min: 17, max: 60 })), {
          minLength: 6,
          maxLength: 14,
        }),
        async (steps) => {
          const sent = await sendMonth(stage.world);
          for (const [step, quarters] of steps) {
            const before = await moneyOf(sent.placement.id);
            await tryStep(sent, step, quarters * 15);
            const versions = await versionsOf(stage.world, sent.placement.id);
            const counting = versions.filter(
              ({ status }) => status !== 'superseded' && status !== 'withdrawn',
            );
            expect(counting).toHaveLength(1);
            // A chain without a gap: each supersedes the one before.
            expect(versions.map(({ supersedesId }) => supersedesId)).toEqual([
              null,
              ...versions.slice(0, -1).map(({ id }) => id),
            ]);
            const decides = step === 'approve' || step === 'return';
            expect(decides ? before : await moneyOf(sent.placement.id)).toEqual(before);
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  test('what was corrected while it waited never counts again, though the correction is taken back', async () => {
    const sent = await sendMonth(stage.world);
    await draftCorrection(stage.world, sent, 360);
    const signed = await signCorrection(stage.world, sent);
    const reportId = signed.ok ? signed.value.reportId : '';
    const taken = await stage.world.run(
      withdrawReport,
      { reportId, version: 1 },
      { actor: sent.signatory, now: LATER },
    );
    expect(taken.ok).toBe(true);
    for (const reports of await moneyOf(sent.placement.id)) expect(reports).toEqual([]);
  });
});

describe('the database itself refuses', () => {
  const asActor = (
    actor: Sent['signatory'] | CorrectionStage['reviewer'],
    sql: string,
    ...values: unknown[]
  ) => inTransaction(stage.world.app, actor, (tx) => tx.$executeRawUnsafe(sql, ...values));

  test('to let an approved or waiting report give way to anything but its correction', async () => {
    const sent = await sendMonth(stage.world);
    const supersede = `UPDATE report SET status = 'superseded' WHERE id = $1::uuid`;
    await expect(asActor(sent.signatory, supersede, sent.reportId)).rejects.toThrow(/correction alone/);
    await decide(stage.world, stage.reviewer, sent.reportId, 'approve');
    await expect(asActor(stage.reviewer, supersede, sent.reportId)).rejects.toThrow(/correction alone/);
  });

  test('a correction in somebody else’s name, approved by its own attester, or by anybody but a reviewer', async () => {
    const sent = await sendMonth(stage.world);
    await decide(stage.world, stage.reviewer, sent.reportId, 'approve');
    const insert = `INSERT INTO report_correction (id, report_id, status, reason, content, drafted_by_person_id, drafted_at)
      VALUES ($1::uuid, $2::uuid, $3, 'x', '{}', $4::uuid, now())`;
    const { signatory, coach, reportId } = sent;
    await expect(asActor(signatory, insert, newId(), reportId, 'draft', coach.personId)).rejects.toThrow(
      /own name/,
    );
    await draftCorrection(stage.world, sent, 360);
    const signed = await signCorrection(stage.world, sent);
    const id = signed.ok ? signed.value.correctionId : '';
    const approve = `UPDATE report_correction SET status = 'approved', decided_by_person_id = $2::uuid, decided_at = now(), new_report_id = $1::uuid
      WHERE id = $1::uuid`;
    await expect(asActor(signatory, approve, id, signatory.personId)).rejects.toThrow(
      /by a reviewer|own name/,
    );
    const own = { ...stage.reviewer, personId: signatory.personId };
    await expect(asActor(own, approve, id, signatory.personId)).rejects.toThrow(/four_eyes/);
    const rewrite = `UPDATE report_correction SET content = '{}' WHERE id = $1::uuid`;
    await expect(asActor(signatory, rewrite, id)).rejects.toThrow(/keeps its content/);
    await expect(stage.world.owner.$executeRawUnsafe(`DELETE FROM report_correction`)).rejects.toThrow();
  });

  test('a version of another month, day or state than its correction gives', async () => {
    const sent = await sendMonth(stage.world);
    await decide(stage.world, stage.reviewer, sent.reportId, 'approve');
    const copy = `INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, supersedes_id, status, submitted_on,
        submitted_at, source, content_hash, decide_by, amount_ore)
      SELECT $2::uuid, placement_id, participant_id, provider_id, office_id, month, 2, id, 'approved', submitted_on, now(), 'form', 'x', decide_by, 0
      FROM report WHERE id = $1::uuid`;
    await expect(asActor(stage.reviewer, copy, sent.reportId, newId())).rejects.toThrow(/supersedes one/);
  });
});
