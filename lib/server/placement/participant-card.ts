import type {
  CardEntry,
  CardPeriod,
  CardReport,
  ParticipantCard,
} from '#lib/domain/placement/participant-card.ts';
import { type ListedDocument } from '#lib/domain/document/document-pages.ts';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import { nextSteps, type PlacementWay } from '#lib/domain/placement/next-steps.ts';
import { planDue } from '#lib/domain/plan/plan-due.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { documentsOf, draftsOf } from '#lib/server/document/documents-of.ts';
import { listExperience } from '#lib/server/experience/list-experience.ts';
import { loadWorkloads } from '#lib/server/intake/workloads.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { cardEvents } from '#lib/server/placement/card-events.ts';
import { type CardHead, findCardHead } from '#lib/server/placement/card-head.ts';
import { listPlanComments } from '#lib/server/plan/plan-comments.ts';
import { currentOutcome } from '#lib/server/outcome/find-outcome.ts';
import { listPlans } from '#lib/server/plan/plan-rows.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { firstDay, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Input = { readonly placementId: string; readonly eventsPage?: number };

/** One participant with all that somebody at the provider needs: each section of the card is one query at most. */
export const participantCard = defineQuery<Input, ParticipantCard>({
  name: 'participant.card',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Stöd till deltagare hos leverantören',
  run: async (tx, { placementId, eventsPage = 1 }, { actor, today }) => {
    const { providerId } = monthActor(actor);
    const head = await findCardHead(tx, placementId, actor, today);
    if (head === null) return null;
    const month = monthOf(today);
    const plans = await listPlans(tx, placementId);
    const reports = await listReports(tx, placementId);
    const documents = await documentsOf(tx, placementId);
    const terms = await termsInForce(tx, today);
    const way = wayOf(head, plans, reports, documents);
    return {
      ...head,
      plans,
      planDue: planDue(way, plans, today, terms),
      comments: await listPlanComments(tx, placementId),
      month,
      entries: await listEntries(tx, placementId, month),
      reports,
      documents,
      outcomeId: (await currentOutcome(tx, placementId))?.id ?? null,
      drafts: await draftsOf(tx, placementId),
      events: await cardEvents(tx, placementId, eventsPage, today),
      experience: await listExperience(tx, head.participantId),
      steps: nextSteps(way, today, terms),
      coaches: await loadWorkloads(tx, providerId, today),
      most: terms.participantsPerCoach,
    };
  },
  reads: ({ placementId, participantId }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [participantId],
  }),
});

function wayOf(
  { from, to, periods, endReason }: CardHead & { readonly periods: readonly CardPeriod[] },
  plans: ParticipantCard['plans'],
  reports: readonly CardReport[],
  documents: readonly ListedDocument[],
): PlacementWay {
  const first = plans.at(-1);
  const sentOn = (kind: DocumentKind) =>
    documents.find((document) => document.kind === kind && document.status !== 'withdrawn')?.submittedOn ??
    null;
  return {
    from,
    to,
    periods,
    plannedOn: first === undefined ? null : plainDateFromDate(new Date(first.createdAt)),
    reportedMonths: reports.filter(({ status }) => status !== 'returned').map((report) => report.month),
    extensionSentOn: sentOn('extension'),
    finalReportSentOn: sentOn('finalReport'),
    endedEarly: endReason !== null,
  };
}

async function listEntries(tx: Tx, placementId: string, month: Month): Promise<readonly CardEntry[]> {
  return await tx.$queryRaw<CardEntry[]>`
    SELECT e.id::text, e.date::text, e.activity::text, e.form::text, e.minutes, e.note,
      CASE WHEN covered.id IS NOT NULL THEN n.given_name || ' ' || n.family_name END AS "coveredBy"
    FROM activity_entry e JOIN placement p ON p.id = e.placement_id LEFT JOIN person n ON n.id = e.coach_person_id
      LEFT JOIN LATERAL (SELECT c.id FROM coach_cover c WHERE c.coach_person_id = p.coach_person_id AND c.provider_id = p.provider_id
        AND c.covering_person_id = e.coach_person_id AND c.cancelled_at IS NULL AND c."from" <= e.date AND c."to" > e.date LIMIT 1) covered ON true
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
