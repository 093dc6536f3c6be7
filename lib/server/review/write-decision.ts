import type { DecidedStatus, ReportDecision } from '#lib/domain/review/decide-report.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { reportEffect } from '#lib/server/review/report-effects.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import type { LockedReport } from '#lib/server/review/lock-report.ts';

export type Decided = { readonly status: DecidedStatus; readonly decision: ReportDecision };

/** Stores the decision, moves the report and tells the provider's signatory – without a word about whom it concerns. */
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
  // An approval needs nobody's attention; it is seen in the portal.
  if (decision.kind === 'approve') return;
  const to = await mailAddressOf(tx, report.attestedByPersonId ?? report.submittedByPersonId);
  if (to === null) return;
  const [subject, what] =
    decision.kind === 'return'
      ? ['En rapport behöver kompletteras', 'behöver kompletteras innan den kan godkännas']
      : ['En rapport har avslagits', 'har avslagits'];
  await sendInTransaction(tx, 'mail.send', {
    to,
    subject,
    text: `Hej!\n\nEn rapport för ${report.month} ${what}. Motiveringen finns i Leverantörsportalen, under Rapportera.\n\nDet här mejlet innehåller inga personuppgifter. Logga in för att läsa mer.\n`,
  });
}

export async function mailAddressOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const person = await tx.person.findUnique({ where: { id: personId }, select: { email: true } });
  return person?.email ?? null;
}
