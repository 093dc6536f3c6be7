import type { Audience, Telling } from '#lib/domain/notification/notification.ts';
import type { DecidedStatus, ReportDecision } from '#lib/domain/review/decide-report.ts';
import type { FindingVerdict } from '#lib/domain/review/finding-verdict.ts';
import { REASON_CODES_VERSION } from '#lib/domain/review/reason-code.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { reportEffect } from '#lib/server/review/report-effects.ts';
import { notify, notifyAll } from '#lib/server/notification/notify.ts';
import { MONTHS_PAGE, reportPath } from '#lib/server/report/provider-paths.ts';
import type { LockedReport } from '#lib/server/review/lock-report.ts';
import { addDays, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

export type Decided = {
  readonly status: DecidedStatus;
  readonly decision: ReportDecision;
  /** By when a proposal is answered, or a returned report completed. */
  readonly lastDay?: PlainDate | null;
  /** What the person found of the checks; nothing where many are decided at once. */
  readonly verdicts?: readonly FindingVerdict[];
  /** A person, unless time decides. */
  readonly by?: 'person' | 'silence' | 'deemed';
};

type Written = Pick<LockedReport, 'id' | 'placementId' | 'month' | 'decisionId'> & Submitters;

/** Stores the decision with its rows and verdicts, moves the report and tells those who wait for it. Callable for one or for many. */
export async function writeDecision(
  tx: Tx,
  decided: Decided,
  report: Written,
  context: CommandContext,
): Promise<void> {
  const { status, decision, lastDay = null } = decided;
  // What is proposed shows the kronor of its becoming final.
  const effect = await reportEffect(tx, report, status === 'inReview' ? 'rejected' : status, context.today);
  const decisionId = newId();
  const { actor, now } = context;
  const refusal = decision.kind === 'approve' ? null : decision;
  await tx.reviewDecision.create({
    data: {
      id: decisionId,
      reportId: report.id,
      decision: decision.kind,
      reasonCode: refusal?.reasonCode ?? null,
      reason: refusal?.reason ?? null,
      reasonVersion: refusal === null && loweredOf(decision).length === 0 ? null : REASON_CODES_VERSION,
      by: decided.by ?? 'person',
      decidedByPersonId: actor.kind === 'person' ? actor.personId : null,
      decidedAt: now,
      lastDay: lastDay === null ? null : toUtcDate(lastDay),
      proposalId: decision.kind === 'reject' ? report.decisionId : null,
      effectOre: effect?.differenceOre ?? null,
      nextOre: effect?.nextAfterOre ?? null,
    },
  });
  await writeParts(tx, decisionId, report.id, decided);
  const proposed = decision.kind === 'proposeReject' && lastDay !== null;
  await tx.report.update({
    where: { id: report.id },
    data: {
      status,
      takenByPersonId: null,
      takenAt: null,
      version: { increment: 1 },
      // It waits for the provider, and is decided the day after its last day.
      ...(proposed ? { replyBy: toUtcDate(lastDay), decideBy: toUtcDate(addDays(lastDay, 1)) } : {}),
    },
  });
  await tellOfDecision(tx, decision, report, now);
}

function loweredOf(decision: ReportDecision) {
  return decision.kind === 'approve' ? (decision.lowered ?? []) : [];
}

async function writeParts(
  tx: Tx,
  decisionId: string,
  reportId: string,
  { decision, verdicts = [] }: Decided,
): Promise<void> {
  const lowered = loweredOf(decision);
  if (lowered.length > 0)
    await tx.reviewDecisionRow.createMany({ data: lowered.map((row) => ({ ...row, decisionId })) });
  if (verdicts.length > 0)
    await tx.findingVerdict.createMany({
      data: verdicts.map((verdict) => ({ ...verdict, decisionId, reportId })),
    });
}

const TOLD = {
  return: 'reportReturned',
  proposeReject: 'rejectionProposed',
  reject: 'reportRejected',
} as const;

/** Of approvals once for the month until that is read; of what needs somebody each for itself, also to the coach. */
async function tellOfDecision(tx: Tx, decision: ReportDecision, report: Written, now: Date): Promise<void> {
  if (decision.kind === 'approve' && loweredOf(decision).length === 0) {
    await notify(tx, approvalTold(report, now));
    return;
  }
  const { id, placementId } = report;
  const submitter = submitterOf(report);
  const about = { placementId, subject: { type: 'report', id } };
  const event = decision.kind === 'approve' ? 'reportApprovedFewer' : TOLD[decision.kind];
  const told = { event, about: { ...about, path: reportPath(id) }, now } as const;
  await notifyAll(tx, [
    { ...told, to: submitter },
    { ...told, to: { kind: 'coach' } },
  ]);
}

/** That the whole of a report was approved. */
export function approvalTold({ id, placementId, month, ...submitters }: Told, now: Date): Telling {
  const about = {
    placementId,
    subject: { type: 'report', id },
    path: `${MONTHS_PAGE}/${month}`,
    gathered: true,
  };
  return { event: 'reportApproved', to: submitterOf(submitters), about, now };
}

type Told = Omit<Written, 'decisionId'>;

type Submitters = Pick<LockedReport, 'attestedByPersonId' | 'submittedByPersonId'>;

/** Whoever attested or submitted a report; where nobody in the portal did, everybody who may. */
export function submitterOf({ attestedByPersonId, submittedByPersonId }: Submitters): Audience {
  const personId = attestedByPersonId ?? submittedByPersonId;
  return personId === null
    ? { kind: 'providerRoles', roles: ['signatory'] }
    : { kind: 'persons', personIds: [personId] };
}
