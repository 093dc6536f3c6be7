import { refuseColleagues } from '#lib/domain/review/case.ts';
import {
  awaitsDecision,
  type ReportDecision,
  type ReportStatus,
  type StandingStatus,
} from '#lib/domain/review/decide-report.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { forbidden, type Problem } from '#lib/shared/problem.ts';

/** A report under review, locked for the transaction. */
export type LockedReport = {
  readonly id: string;
  readonly placementId: string;
  readonly participantId: string;
  readonly providerId: string;
  readonly status: ReportStatus;
  readonly version: number;
  readonly takenByPersonId: string | null;
  readonly takenByName: string | null;
  readonly takenAt: string | null;
  readonly submittedByPersonId: string | null;
  readonly attestedByPersonId: string | null;
  readonly month: Month;
  /** Whose decision stands, or stood last; null where no person made it. */
  readonly decisionId: string | null;
  readonly decision: ReportDecision['kind'] | null;
  readonly decidedByPersonId: string | null;
  /** What it counts as while it is taken up again. */
  readonly standingStatus: StandingStatus;
  /** While a proposed rejection is communicated: the last day to answer, and whether that has been done. */
  readonly replyBy: PlainDate | null;
  readonly replied: boolean;
  /** Under reconsideration, also where it was returned and has been completed: who may not decide again; of a rejection that became final in silence, who had proposed it. */
  readonly notByPersonId: string | null;
};

/** Locks the report against every other decision until the transaction ends; null where it is not seen. */
export async function lockReport(tx: Tx, reportId: string): Promise<LockedReport | null> {
  const [row] = await tx.$queryRaw<LockedReport[]>`
    SELECT r.id::text, r.placement_id::text AS "placementId", r.participant_id::text AS "participantId", r.provider_id::text AS "providerId", r.status::text, r.version,
      r.taken_by_person_id::text AS "takenByPersonId", t.given_name || ' ' || t.family_name AS "takenByName", to_json(r.taken_at) #>> '{}' AS "takenAt",
      r.submitted_by_person_id::text AS "submittedByPersonId",
      a.person_id::text AS "attestedByPersonId", to_char(r.month, 'YYYY-MM') AS month,
      d.id::text AS "decisionId", d.decision, d.decided_by_person_id::text AS "decidedByPersonId", app.not_decided_by(r.id)::text AS "notByPersonId",
      r.standing_status::text AS "standingStatus", r.reply_by::text AS "replyBy",
      EXISTS (SELECT 1 FROM review_reply x WHERE x.decision_id = d.id) AS replied
    FROM report r LEFT JOIN attestation a ON a.id = r.attestation_id LEFT JOIN person t ON t.id = r.taken_by_person_id
      LEFT JOIN LATERAL (SELECT d.id, d.decision, d.decided_by_person_id FROM review_decision d WHERE d.report_id = r.id
        ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) d ON true
    WHERE r.id = ${reportId}::uuid AND ${openToNamed('r')} FOR UPDATE OF r`;
  return row ?? null;
}

/** Nobody reviews what they submitted or attested themselves, also when they hold a role on either side. */
export function guardOwnSubmission(
  report: Pick<LockedReport, 'submittedByPersonId' | 'attestedByPersonId'>,
  { actor }: Pick<CommandContext, 'actor'>,
): Problem | null {
  const own =
    actor.kind === 'person' &&
    [report.submittedByPersonId, report.attestedByPersonId].includes(actor.personId);
  return own
    ? forbidden([
        {
          pointer: '',
          code: 'ownSubmission',
          message: 'Du har själv skickat eller intygat rapporten.',
          fix: 'Lämna den till en kollega.',
        },
      ])
    : null;
}

/** What a colleague has taken is theirs to decide. */
export function guardTaken(
  report: Pick<LockedReport, 'status' | 'takenByPersonId' | 'takenByName' | 'takenAt'>,
  { actor }: Pick<CommandContext, 'actor'>,
): Problem | null {
  return awaitsDecision(report.status) && actor.kind === 'person'
    ? refuseColleagues(report, actor.personId)
    : null;
}
