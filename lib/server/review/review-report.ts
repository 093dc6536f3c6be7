import type { ShownAbsence } from '#lib/domain/deviation-report/absence-on.ts';
import { isWholeDay } from '#lib/domain/deviation-report/deviation.ts';
import { notAssessed } from '#lib/domain/report/not-assessed.ts';
import { FLAG_WEIGHTS } from '#lib/domain/terms/terms.ts';
import { completeBy, replyBy } from '#lib/domain/review/last-days.ts';
import { replyState } from '#lib/domain/review/reply-state.ts';
import type { DecisionDays, ReportHead, ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { absencesShown } from '#lib/server/deviation-report/absences.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';
import { HAD_LOG } from '#lib/server/report/log-of-report.ts';
import { findCorrections } from '#lib/server/report/correction/find-corrections.ts';
import { answersOfMonth, entriesOfMonth } from '#lib/server/review/logged-minutes.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { earlierReports } from '#lib/server/review/earlier-reports.ts';
import {
  findDecisions,
  findFindings,
  findReopenings,
  findVerdicts,
  REPLIED,
} from '#lib/server/review/report-decisions.ts';
import { reportEffects } from '#lib/server/review/report-effects.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { type Month, periodOf } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { intersect, period } from '#lib/shared/period.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Everything a reviewer needs for one decision: the report beside plan and log, what the checks found, earlier months, the kronor. */
export const reviewReport = defineQuery<{ readonly reportId: string }, ReviewedReportPage>({
  name: 'report.review',
  mandates: ['reviewer'],
  purpose: 'Granskning av periodiska redovisningar',
  run: async (tx, { reportId }, { actor, today }) => {
    const head = await findHead(tx, reportId, actor.kind === 'person' ? actor.personId : null);
    if (head === null) return null;
    const { amountOre, replied, hadLog, ...shown } = head;
    const plan = await tx.plan.findFirst({
      where: { placementId: head.placementId },
      orderBy: { number: 'desc' },
      include: { activities: true },
    });
    const rows = await tx.reportRow.findMany({
      where: { reportId },
      select: { activity: true, form: true, minutes: true, approvedMinutes: true },
      orderBy: { id: 'asc' },
    });
    const absences = await findAbsences(tx, head);
    return {
      ...shown,
      amountOre: ore(Number(amountOre)),
      rows,
      plan: plan?.activities.map(({ activity, purpose, goal }) => ({ activity, purpose, goal })) ?? [],
      planDerived: plan?.derived ?? false,
      log: await entriesOfMonth(tx, head.placementId, head.month),
      answers: await answersOfMonth(tx, head.placementId, head.month),
      absences,
      findings: await findFindings(tx, head),
      notAssessed: notAssessed({
        content: { rows },
        hasLog: hadLog,
        isAwayWholeDays: absences.some((absence) => isWholeDay(absence) && touches(absence, head.month)),
      }),
      verdicts: await findVerdicts(tx, head),
      ...(await findCorrections(tx, reportId)),
      decisions: await findDecisions(tx, head),
      reopenings: await findReopenings(tx, head),
      effects: await reportEffects(tx, head, today),
      reply: replyState({ replyBy: head.replyBy, replied }, today),
      days: await decisionDays(tx, head.month, today),
      earlier: await earlierReports(tx, head.placementId, head.month),
    };
  },
  reads: ({ id, participantId }) => ({ type: 'report', id, participantIds: [participantId] }),
});

async function decisionDays(tx: Tx, month: Month, today: PlainDate): Promise<DecisionDays> {
  const terms = await termsInForce(tx, today);
  const { minuteStep } = (await loadRules(tx)).termsOf(month);
  const { riskThreshold, flagWeightPermille } = terms;
  return {
    replyBy: replyBy(today, terms),
    completeBy: completeBy(today, terms),
    minuteStep,
    riskThreshold,
    flagWeights: { ...FLAG_WEIGHTS, ...flagWeightPermille },
  };
}

type Head = ReportHead &
  Pick<ReviewedReportPage, 'ownDecision'> & {
    readonly amountOre: bigint;
    readonly replied: boolean;
    /** Anything of the month stood in the log when it came in. */
    readonly hadLog: boolean;
  };

async function findHead(tx: Tx, reportId: string, personId: string | null) {
  const [row] = await tx.$queryRaw<Head[]>`
    SELECT r.id::text, r.version, r.number, r.status::text, to_char(r.month, 'YYYY-MM') AS month, l.id::text AS "placementId",
      r.participant_id::text AS "participantId", p.given_name || ' ' || p.family_name AS "participantName", l.level::text,
      l."from"::text AS "placementFrom", coalesce(l."end", l."to")::text AS "placementTo",
      (SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = l.id ORDER BY s.number LIMIT 1) AS "implementationReference",
      v.name AS "providerName", o.name AS "officeName", c.given_name || ' ' || c.family_name AS "coachName",
      r.submitted_on::text AS "submittedOn", s.given_name || ' ' || s.family_name AS "submittedByName",
      a.given_name || ' ' || a.family_name AS "attestedByName", r.decide_by::text AS "decideBy", r.language_support AS "languageSupport",
      r.job_suggestions AS "jobSuggestions", r.no_activity_reason::text AS "noActivityReason", r.risk, r.amount_ore AS "amountOre",
      r.taken_by_person_id::text AS "takenByPersonId", t.given_name || ' ' || t.family_name AS "takenByName",
      r.supersedes_id::text AS "supersedesId",
      coalesce(${personId}::uuid IN (r.submitted_by_person_id, n.person_id), false) AS "ownSubmission",
      r.route, r.route_reason AS "routeReason", r.standing_status::text AS "standingStatus", r.reply_by::text AS "replyBy",
      ${REPLIED} AS replied,
      ${HAD_LOG} AS "hadLog",
      coalesce(app.not_decided_by(r.id) = ${personId}::uuid, false) AS "ownDecision"
    FROM report r
      JOIN placement l ON l.id = r.placement_id
      JOIN participant d ON d.id = r.participant_id
      JOIN person p ON p.id = d.person_id
      JOIN provider v ON v.id = r.provider_id
      JOIN office o ON o.id = r.office_id
      LEFT JOIN attestation n ON n.id = r.attestation_id
      LEFT JOIN person c ON c.id = l.coach_person_id
      LEFT JOIN person s ON s.id = r.submitted_by_person_id
      LEFT JOIN person a ON a.id = n.person_id
      LEFT JOIN person t ON t.id = r.taken_by_person_id
    WHERE r.id = ${reportId}::uuid AND ${openToNamed('r')}`;
  return row ?? null;
}

async function findAbsences(tx: Tx, { placementId }: ReportHead): Promise<readonly ShownAbsence[]> {
  const [row] = await queryJson<{ readonly absences: readonly ShownAbsence[] }>(
    tx,
    absencesShown(Prisma.sql`${placementId}::uuid`),
  );
  return row?.absences ?? [];
}

function touches({ from, to }: Pick<ShownAbsence, 'from' | 'to'>, month: Month): boolean {
  return intersect(period(from, to), periodOf(month)) !== null;
}
