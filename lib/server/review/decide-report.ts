import type { Month } from '#lib/shared/month.ts';
import type { ReportedRow } from '#lib/domain/review/reviewed-report.ts';
import { decideReport, type ReportDecision } from '#lib/domain/review/decide-report.ts';
import { verdictsOf } from '#lib/domain/review/finding-verdict.ts';
import { completeBy, replyBy } from '#lib/domain/review/last-days.ts';
import { lowerRows } from '#lib/domain/review/lower-rows.ts';
import { type DecideReportInput, decideReportInput, givenRows, saidVerdicts } from '#lib/schemas/review.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import {
  guardOwnSubmission,
  guardTaken,
  type LockedReport,
  lockReport,
} from '#lib/server/review/lock-report.ts';
import { chooseReport } from '#lib/server/review/case/hold-case.ts';
import { reportChanged } from '#lib/server/review/report-changed.ts';
import { type Decided, writeDecision } from '#lib/server/review/write-decision.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';
import { forbidden, type Problem } from '#lib/shared/problem.ts';
import { ok, type Result } from '#lib/shared/result.ts';

/** All that a single decision rests on. */
type State = LockedReport & {
  readonly rows: readonly ReportedRow[];
  /** Codes of the holds and flags. */
  readonly found: readonly string[];
  readonly minuteStep: number;
  /** Whether who decides works for the provider, too. */
  readonly ownOrganisation: boolean;
  /** Last day to answer what is proposed today, and to complete what is returned today. */
  readonly replyByIfProposed: PlainDate;
  readonly completeBy: PlainDate;
};

async function lockForDecision(
  tx: Tx,
  reportId: string,
  { actor, today }: CommandContext,
): Promise<State | null> {
  const report = await lockReport(tx, reportId);
  if (report === null) return null;
  const terms = await termsInForce(tx, today);
  const findings = await tx.checkFinding.findMany({
    where: { reportId, severity: { not: 'block' } },
    select: { code: true },
    orderBy: { code: 'asc' },
  });
  return {
    ...report,
    rows: await tx.reportRow.findMany({
      where: { reportId },
      select: { activity: true, form: true, minutes: true },
    }),
    found: findings.map(({ code }) => code),
    minuteStep: await stepOf(tx, report.month),
    ownOrganisation:
      actor.kind === 'person' && (await worksFor(tx, actor.personId, report.providerId, today)),
    replyByIfProposed: replyBy(today, terms),
    completeBy: completeBy(today, terms),
  };
}

async function worksFor(tx: Tx, personId: string, providerId: string, today: PlainDate): Promise<boolean> {
  const on = toUtcDate(today);
  return (
    (await tx.membership.count({
      where: {
        personId,
        providerId,
        validFrom: { lte: on },
        OR: [{ validTo: null }, { validTo: { gt: on } }],
      },
    })) > 0
  );
}

/** Nobody decides on their own organisation, whatever else they are. */
function guardOwnOrganisation({ ownOrganisation }: State): Problem | null {
  return ownOrganisation
    ? forbidden([
        {
          pointer: '',
          code: 'ownOrganisation',
          message: 'Du arbetar själv hos leverantören.',
          fix: 'Lämna rapporten till en kollega.',
        },
      ])
    : null;
}

async function stepOf(tx: Tx, month: Month): Promise<number> {
  return (await loadRules(tx)).termsOf(month).minuteStep;
}

/** The decision in the domain's own shape, or what is wrong with its rows. */
function decisionOf(input: DecideReportInput, { rows, minuteStep }: State): Result<ReportDecision, Problem> {
  const { decision: kind, reasonCode, reason } = input;
  if (kind === 'approve') return ok({ kind });
  if (kind !== 'approveFewer') return ok({ kind, reasonCode: reasonCode ?? 'other', reason });
  const lowered = lowerRows(rows, givenRows(input), minuteStep);
  return lowered.ok ? ok({ kind: 'approve', lowered: lowered.value }) : lowered;
}

function lastDayOf({ kind }: ReportDecision, state: State): PlainDate | null {
  if (kind === 'proposeReject') return state.replyByIfProposed;
  return kind === 'return' ? state.completeBy : null;
}

function decided(
  state: State,
  input: DecideReportInput,
  { actor, today }: CommandContext,
): Result<Decided, Problem> {
  const decision = decisionOf(input, state);
  if (!decision.ok) return decision;
  const reviewer = actor.kind === 'person' ? actor.personId : '';
  const status = decideReport(state, decision.value, reviewer, today);
  if (!status.ok) return status;
  return ok({
    status: status.value,
    decision: decision.value,
    lastDay: lastDayOf(decision.value, state),
    verdicts: verdictsOf(state.found, saidVerdicts(input), decision.value),
  });
}

/**
 * Approves a report, whole or with fewer minutes, returns it, proposes to reject it, or rejects it when the provider has been
 * able to answer. What is approved falls due with the next statement.
 */
export const decideOnReport = defineCommand({
  name: 'report.decide',
  mandates: ['reviewer'],
  input: decideReportInput,
  lock: (tx, { reportId }: DecideReportInput, context) => lockForDecision(tx, reportId, context),
  version: (report, { version }) => ({ seen: version, current: report.version }),
  changed: reportChanged,
  guard: (report, _, context) =>
    guardOwnSubmission(report, context) ?? guardOwnOrganisation(report) ?? guardTaken(report, context),
  stepUp: () => null,
  decide: decided,
  write: async (tx, change, report, context) => {
    await chooseReport(tx, report.id);
    await writeDecision(tx, change, report, context);
    return { reportId: report.id, version: report.version + 1 };
  },
  audit: (_, change, report) => ({
    type: 'report',
    id: report.id,
    participantIds: [report.participantId],
    detail: { month: report.month, change },
  }),
});
