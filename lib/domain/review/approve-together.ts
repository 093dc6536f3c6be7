import { type CaseTaking, refuseColleagues } from '#lib/domain/review/case.ts';
import { decideReport, type UndecidedReport } from '#lib/domain/review/decide-report.ts';
import type { Route, RouteReason } from '#lib/domain/review/route.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A report as far as it matters for approving it together with others. */
export type TogetherReport = UndecidedReport &
  CaseTaking & {
    readonly holds: number;
    readonly route: Route;
    readonly reason: RouteReason | null;
    /** Submitted or attested by who approves. */
    readonly own: boolean;
    /** Who approves works for its provider, too. */
    readonly ownOrganisation: boolean;
    readonly version: number;
    /** The version that was read; null where it has not been. */
    readonly seen: number | null;
  };

/** Why a report is not approved together with others. */
export type LeftOut = Pick<FieldProblem, 'code' | 'message'>;

/**
 * Null where the report may be approved without being looked at alone: nothing in it has to be seen by a person first, the sample neither
 * has taken it nor may, it is as it was read, nobody's own, no colleague's, and waits for nothing but the decision. Source: review, section 4.
 */
export function leftOut(report: TogetherReport, personId: string, today: PlainDate): LeftOut | null {
  if (report.own) return { code: 'ownSubmission', message: 'Du har själv skickat eller intygat rapporten.' };
  if (report.ownOrganisation)
    return { code: 'ownOrganisation', message: 'Du arbetar själv hos leverantören.' };
  if (report.seen !== null && report.seen !== report.version)
    return { code: 'staleVersion', message: 'Rapporten har ändrats sedan du läste listan.' };
  if (report.holds > 0)
    return { code: 'hasHolds', message: 'Något i rapporten måste ses av en person. Avgör den för sig.' };
  if (report.route === 'automatic')
    return { code: 'awaitsDraw', message: 'Rapporten väntar på stickprovet. Ta den om du vill granska den.' };
  if (report.reason === 'sample')
    return { code: 'drawn', message: 'Rapporten är dragen i stickprovet. Avgör den för sig.' };
  if (report.replyBy !== null)
    return { code: 'rejectionProposed', message: 'Avslag är föreslaget. Leverantören har tid att svara.' };
  if (report.standingStatus !== null)
    return { code: 'takenUpAgain', message: 'Rapporten är upptagen på nytt. Avgör den för sig.' };
  const refused =
    refuseColleagues(report, personId) ??
    problemOf(decideReport(report, { kind: 'approve' }, personId, today));
  return refused === null
    ? null
    : { code: refused.code, message: refused.errors[0]?.message ?? refused.title };
}

function problemOf(decided: ReturnType<typeof decideReport>) {
  return decided.ok ? null : decided.error;
}
