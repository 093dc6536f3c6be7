import type { Audience } from '#lib/domain/notification/notification.ts';
import type { DecidedStatus, ReportDecision } from '#lib/domain/review/decide-report.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { reportEffect } from '#lib/server/review/report-effects.ts';
import { notify, notifyAll } from '#lib/server/notification/notify.ts';
import { MONTHS_PAGE, reportPath } from '#lib/server/report/provider-paths.ts';
import type { LockedReport } from '#lib/server/review/lock-report.ts';

export type Decided = { readonly status: DecidedStatus; readonly decision: ReportDecision };

/** Stores the decision, moves the report and tells those who wait for it. */
export async function writeDecision(
  tx: Tx,
  { status, decision }: Decided,
  report: LockedReport,
  { actor, now, today }: CommandContext,
): Promise<void> {
  const effect = await reportEffect(tx, report, status, today);
  await tx.reviewDecision.create({
    data: {
      id: newId(),
      reportId: report.id,
      decision: decision.kind,
      reasonCode: decision.kind === 'approve' ? null : decision.reasonCode,
      reason: decision.kind === 'approve' ? null : decision.reason,
      decidedByPersonId: actor.kind === 'person' ? actor.personId : null,
      decidedAt: now,
      effectOre: effect?.differenceOre ?? null,
      nextOre: effect?.nextAfterOre ?? null,
    },
  });
  await tx.report.update({
    where: { id: report.id },
    data: { status, takenByPersonId: null, takenAt: null, version: { increment: 1 } },
  });
  await tellOfDecision(tx, decision, report, now);
}

const TOLD = { return: 'reportReturned', reject: 'reportRejected' } as const;

/** Of approvals once for the month until that is read; of what needs somebody each for itself, also to the coach. */
async function tellOfDecision(
  tx: Tx,
  { kind }: ReportDecision,
  report: LockedReport,
  now: Date,
): Promise<void> {
  const { id, placementId, month } = report;
  const submitter = submitterOf(report);
  const about = { placementId, subject: { type: 'report', id } };
  if (kind === 'approve') {
    const path = `${MONTHS_PAGE}/${month}`;
    await notify(tx, {
      event: 'reportApproved',
      to: submitter,
      about: { ...about, path, gathered: true },
      now,
    });
    return;
  }
  const told = { event: TOLD[kind], about: { ...about, path: reportPath(id) }, now };
  await notifyAll(tx, [
    { ...told, to: submitter },
    { ...told, to: { kind: 'coach' } },
  ]);
}

/** Whoever attested or submitted a report; where nobody in the portal did, everybody who may. */
export function submitterOf({
  attestedByPersonId,
  submittedByPersonId,
}: Pick<LockedReport, 'attestedByPersonId' | 'submittedByPersonId'>): Audience {
  const personId = attestedByPersonId ?? submittedByPersonId;
  return personId === null
    ? { kind: 'providerRoles', roles: ['signatory'] }
    : { kind: 'persons', personIds: [personId] };
}
