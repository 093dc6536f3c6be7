import type { CorrectionStatus } from '#lib/domain/report/correct-report.ts';
import { type CorrectionDecision, decideCorrectionOf } from '#lib/domain/report/correct-report.ts';
import type { JudgedReport } from '#lib/domain/report/judge-report.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { CaseTaking } from '#lib/domain/review/case.ts';
import type { ReportStatus } from '#lib/domain/review/decide-report.ts';
import { type DecideCorrectionInput, decideCorrectionInput } from '#lib/schemas/report-correction.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { insertReports } from '#lib/server/report/insert-reports.ts';
import { keyOf, loadPlacementMonths } from '#lib/server/report/placement-months.ts';
import { reportPath } from '#lib/server/report/provider-paths.ts';
import { correctionChanged } from '#lib/server/review/case/case-changed.ts';
import { guardTaking, takingOf } from '#lib/server/review/case/taking-of.ts';
import { guardOwnSubmission } from '#lib/server/review/lock-report.ts';
import { reportEffect } from '#lib/server/review/report-effects.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Locked = {
  readonly id: string;
  readonly reportId: string;
  readonly placementId: string;
  readonly participantId: string;
  readonly month: Month;
  readonly status: CorrectionStatus;
  readonly reportStatus: ReportStatus;
  readonly submittedOn: PlainDate;
  readonly submittedAt: string;
  readonly submittedByPersonId: string;
  readonly draftedByPersonId: string;
  readonly attestationId: string;
  readonly content: ReportContent;
  readonly findings: JudgedReport['findings'];
  readonly risk: number;
  readonly amountOre: JudgedReport['amountOre'];
  readonly decideBy: PlainDate;
  readonly version: number;
  readonly taking: CaseTaking;
};

async function lockCorrection(tx: Tx, correctionId: string): Promise<Locked | null> {
  const locked = await tx.$queryRaw<
    unknown[]
  >`SELECT c.id::text FROM report_correction c JOIN report r ON r.id = c.report_id
    WHERE c.id = ${correctionId}::uuid AND c.submitted_at IS NOT NULL FOR UPDATE OF r, c`;
  if (locked.length === 0) return null;
  const [row] = await queryJson<Omit<Locked, 'taking'>>(
    tx,
    Prisma.sql`
    SELECT c.id, c.report_id AS "reportId", r.placement_id AS "placementId", r.participant_id AS "participantId", to_char(r.month, 'YYYY-MM') AS month,
      c.status, r.status AS "reportStatus", r.submitted_on AS "submittedOn", c.submitted_at AS "submittedAt",
      c.submitted_by_person_id AS "submittedByPersonId", c.drafted_by_person_id AS "draftedByPersonId", c.attestation_id AS "attestationId",
      c.content, c.findings, c.risk, c.amount_ore AS "amountOre", c.decide_by AS "decideBy", c.version
    FROM report_correction c JOIN report r ON r.id = c.report_id WHERE c.id = ${correctionId}::uuid`,
  );
  return row === undefined ? null : { ...row, taking: await takingOf(tx, 'correction', correctionId) };
}

/**
 * A reviewer approves or rejects the correction of an approved report. Approved, it is the report that counts, sent on the
 * same day as the one it replaces; rejected, it leaves that in force.
 */
export const decideReportCorrection = defineCommand({
  name: 'report.decideCorrection',
  mandates: ['reviewer'],
  input: decideCorrectionInput,
  lock: (tx, { correctionId }: DecideCorrectionInput) => lockCorrection(tx, correctionId),
  version: ({ version: current }, { version }) => ({ seen: version, current }),
  changed: correctionChanged,
  guard: ({ submittedByPersonId, draftedByPersonId, taking }, _, context) =>
    guardOwnSubmission({ submittedByPersonId, attestedByPersonId: draftedByPersonId }, context) ??
    guardTaking(taking, context),
  stepUp: () => null,
  decide(correction, { decision: kind, reasonCode, reason }) {
    const decision: CorrectionDecision =
      kind === 'approve' ? { kind } : { kind, reasonCode: reasonCode ?? 'other', reason };
    const decided = decideCorrectionOf(correction, decision);
    return decided.ok ? { ok: true, value: decision } : decided;
  },
  async write(tx, decision, correction, context) {
    const { actor, now } = context;
    const decidedByPersonId = actor.kind === 'person' ? actor.personId : null;
    const newReportId = decision.kind === 'approve' ? newId() : null;
    await tx.reportCorrection.update({
      where: { id: correction.id },
      data: {
        status: decision.kind === 'approve' ? 'approved' : 'rejected',
        decidedByPersonId,
        decidedAt: now,
        ...(decision.kind === 'reject'
          ? { reasonCode: decision.reasonCode, decisionReason: decision.reason }
          : {}),
        newReportId,
        version: { increment: 1 },
      },
    });
    if (newReportId !== null) await applyApproved(tx, correction, newReportId, context);
    const reportId = newReportId ?? correction.reportId;
    await tellAttester(tx, correction, decision.kind, { reportId, now: context.now });
    return { correctionId: correction.id, reportId };
  },
  audit: ({ correctionId, reportId }, decision, correction) => ({
    type: 'report',
    id: reportId,
    participantIds: [correction.participantId],
    detail: { correctionId, corrects: correction.reportId, month: correction.month, decision },
  }),
});

/** The correction takes the place of the report that it corrects, with the decision as its own. */
async function applyApproved(
  tx: Tx,
  correction: Locked,
  newReportId: string,
  { actor, now, today }: CommandContext,
): Promise<void> {
  const { content, findings, risk, amountOre, decideBy, submittedOn, month, placementId } = correction;
  const key = { placementId, month, content };
  const placementMonth = (await loadPlacementMonths(tx, [key])).get(keyOf(key));
  if (placementMonth?.current?.id !== correction.reportId)
    throw new Error(`Report ${correction.reportId} is not the one that counts`);
  const holds = findings.filter(({ severity }) => severity === 'hold').length;
  // Decided already: no threshold is asked about.
  const judged = { blocks: [], findings, holds, risk, riskThreshold: 0, amountOre, decideBy };
  await insertReports(tx, [{ id: newReportId, placementMonth, content, judged, submittedOn }], {
    status: 'approved',
    source: 'form',
    submittedAt: new Date(correction.submittedAt),
    submittedByPersonId: correction.submittedByPersonId,
    apiClientId: null,
    attestationId: correction.attestationId,
    replaces: ['approved'],
  });
  const effect = await reportEffect(tx, { placementId, month }, 'approved', today);
  await tx.reviewDecision.create({
    data: {
      id: newId(),
      reportId: newReportId,
      decision: 'approve',
      decidedByPersonId: actor.kind === 'person' ? actor.personId : null,
      decidedAt: now,
      effectOre: effect?.differenceOre ?? null,
      nextOre: effect?.nextAfterOre ?? null,
    },
  });
}

async function tellAttester(
  tx: Tx,
  { placementId, submittedByPersonId }: Locked,
  kind: CorrectionDecision['kind'],
  { reportId, now }: { readonly reportId: string; readonly now: Date },
): Promise<void> {
  await notify(tx, {
    event: kind === 'approve' ? 'correctionApproved' : 'correctionRejected',
    to: { kind: 'submitterAndCoach', submitterId: submittedByPersonId },
    about: { placementId, subject: { type: 'report', id: reportId }, path: reportPath(reportId) },
    now,
  });
}
