import type {
  CardEntry,
  CardPeriod,
  CardReport,
  ParticipantCard,
} from '#lib/domain/placement/participant-card.ts';
import { nextSteps } from '#lib/domain/placement/next-steps.ts';
import { planDue } from '#lib/domain/plan/plan-due.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { coachesOf } from '#lib/server/placement/participant-list.ts';
import { listPlanComments } from '#lib/server/plan/plan-comments.ts';
import { listPlans } from '#lib/server/plan/plan-rows.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { firstDay, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Head = Omit<
  ParticipantCard,
  'coach' | 'plans' | 'planDue' | 'comments' | 'month' | 'entries' | 'reports' | 'steps' | 'coaches'
> & {
  readonly coachPersonId: string | null;
  readonly coachName: string | null;
};

/** One participant with plan, log of the month that goes on, and reports. */
export const participantCard = defineQuery<{ readonly placementId: string }, ParticipantCard>({
  name: 'participant.card',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Stöd till deltagare hos leverantören',
  run: async (tx, { placementId }, { actor, today }) => {
    const { providerId } = monthActor(actor);
    const [head] = await tx.$queryRaw<Head[]>`
      SELECT p.id::text AS "placementId", q.id::text AS "participantId", p.version, n.given_name || ' ' || n.family_name AS name,
        p.level::text, o.name AS "officeName", p.choice::text, q.language, q.needs_language_support AS "needsLanguageSupport",
        p."from"::text, coalesce(p."end", p."to")::text AS "to", p.end_reason::text AS "endReason",
        p.coach_person_id::text AS "coachPersonId", c.given_name || ' ' || c.family_name AS "coachName",
        (SELECT json_agg(json_build_object('number', s.number, 'implementationReference', s.implementation_reference,
          'from', s."from", 'to', s."to") ORDER BY s.number) FROM service_period s WHERE s.placement_id = p.id) AS periods
      FROM placement p
        JOIN participant q ON q.id = p.participant_id
        JOIN person n ON n.id = q.person_id
        JOIN office o ON o.id = p.office_id
        LEFT JOIN person c ON c.id = p.coach_person_id
      WHERE p.id = ${placementId}::uuid AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL`;
    if (head === undefined) return null;
    const { coachPersonId, coachName, ...shown } = head;
    const periods: readonly CardPeriod[] = head.periods ?? [];
    const month = monthOf(today);
    const plans = await listPlans(tx, placementId);
    const reports = await listReports(tx, placementId);
    const first = plans.at(-1);
    const terms = await termsInForce(tx, today);
    const way = {
      from: head.from,
      to: head.to,
      periods,
      plannedOn: first === undefined ? null : plainDateFromDate(new Date(first.createdAt)),
      reportedMonths: reports.filter(({ status }) => status !== 'returned').map((report) => report.month),
    };
    return {
      ...shown,
      periods,
      coach: coachPersonId === null ? null : { personId: coachPersonId, name: coachName ?? '' },
      plans,
      planDue: planDue(way, plans, today, terms),
      comments: await listPlanComments(tx, placementId),
      month,
      entries: await listEntries(tx, placementId, month),
      reports,
      steps: nextSteps(way, today, terms),
      coaches: await coachesOf(tx, providerId, today),
    };
  },
  reads: ({ placementId, participantId }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [participantId],
  }),
});

async function listEntries(tx: Tx, placementId: string, month: Month): Promise<readonly CardEntry[]> {
  return await tx.$queryRaw<CardEntry[]>`
    SELECT e.id::text, e.date::text, e.activity::text, e.form::text, e.minutes, e.note FROM activity_entry e
    WHERE e.placement_id = ${placementId}::uuid AND e.removed_at IS NULL
      AND e.date >= ${firstDay(month)}::date AND e.date < ${firstDay(nextMonth(month))}::date ORDER BY e.date, e.id`;
}

/** The report of each month that counts, with the latest decision on it. */
async function listReports(tx: Tx, placementId: string): Promise<readonly CardReport[]> {
  const rows = await tx.$queryRaw<(Omit<CardReport, 'amountOre'> & { readonly amount: string })[]>`
    SELECT r.id::text, to_char(r.month, 'YYYY-MM') AS month, r.status::text, r.submitted_on::text AS "submittedOn",
      r.decide_by::text AS "decideBy", r.amount_ore::text AS amount, v.reason_code AS "reasonCode", v.reason,
      to_char(v.decided_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS "decidedOn"
    FROM report r LEFT JOIN LATERAL (
      SELECT decided_at, reason, reason_code FROM review_decision WHERE report_id = r.id ORDER BY decided_at DESC LIMIT 1) v ON true
    WHERE r.placement_id = ${placementId}::uuid AND r.status NOT IN ('superseded', 'withdrawn') ORDER BY r.month DESC`;
  return rows.map(({ amount, ...report }) => ({ ...report, amountOre: ore(Number(amount)) }));
}
