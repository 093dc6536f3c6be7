import type { ShownAbsence } from '#lib/domain/deviation-report/absence-on.ts';
import type {
  EarlierDecision,
  ReportHead,
  ReviewedReportPage,
  ShownReopening,
  StoredFinding,
} from '#lib/domain/review/reviewed-report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { absencesShown } from '#lib/server/deviation-report/absences.ts';
import { findCorrections } from '#lib/server/report/correction/find-corrections.ts';
import { entriesOfMonth } from '#lib/server/review/logged-minutes.ts';
import { earlierReports } from '#lib/server/review/earlier-reports.ts';
import { reportEffects } from '#lib/server/review/report-effects.ts';
import { ore } from '#lib/shared/money.ts';

/** Everything a reviewer needs for one decision: the report beside plan and log, what the checks found, earlier months, the kronor. */
export const reviewReport = defineQuery<{ readonly reportId: string }, ReviewedReportPage>({
  name: 'report.review',
  mandates: ['reviewer'],
  purpose: 'Granskning av periodiska redovisningar',
  run: async (tx, { reportId }, { actor, today }) => {
    const head = await findHead(tx, reportId, actor.kind === 'person' ? actor.personId : null);
    if (head === null) return null;
    const { amountOre, ...shown } = head;
    const plan = await tx.plan.findFirst({
      where: { placementId: head.placementId },
      orderBy: { number: 'desc' },
      include: { activities: true },
    });
    return {
      ...shown,
      amountOre: ore(Number(amountOre)),
      rows: await tx.reportRow.findMany({
        where: { reportId },
        select: { activity: true, form: true, minutes: true },
        orderBy: { id: 'asc' },
      }),
      plan: plan?.activities.map(({ activity, purpose, goal }) => ({ activity, purpose, goal })) ?? [],
      planDerived: plan?.derived ?? false,
      log: await entriesOfMonth(tx, head.placementId, head.month),
      absences: await findAbsences(tx, head),
      findings: await findFindings(tx, reportId),
      ...(await findCorrections(tx, reportId)),
      decisions: await findDecisions(tx, head),
      reopenings: await findReopenings(tx, head),
      effects: await reportEffects(tx, head, today),
      earlier: await earlierReports(tx, head.placementId, head.month),
    };
  },
  reads: ({ id, participantId }) => ({ type: 'report', id, participantIds: [participantId] }),
});

type Head = ReportHead &
  Pick<ReviewedReportPage, 'ownDecision' | 'reconsidered'> & { readonly amountOre: bigint };

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
      coalesce((SELECT d.decided_by_person_id = ${personId}::uuid FROM review_decision d WHERE d.report_id = r.id
        ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), false) AS "ownDecision",
      EXISTS (SELECT 1 FROM report_reopening x WHERE x.report_id = r.id AND x.kind = 'reconsideration') AS reconsidered
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
    WHERE r.id = ${reportId}::uuid`;
  return row ?? null;
}

async function findAbsences(tx: Tx, { placementId }: ReportHead): Promise<readonly ShownAbsence[]> {
  const [row] = await queryJson<{ readonly absences: readonly ShownAbsence[] }>(
    tx,
    absencesShown(Prisma.sql`${placementId}::uuid`),
  );
  return row?.absences ?? [];
}

async function findFindings(tx: Tx, reportId: string): Promise<StoredFinding[]> {
  const rows = await tx.checkFinding.findMany({ where: { reportId }, orderBy: { code: 'asc' } });
  return (
    rows
      // The row was written from a finding.
      .map(({ code, severity, facts }) => ({ code, severity, facts }) as unknown as StoredFinding)
      .toSorted((a, b) => Number(b.severity === 'hold') - Number(a.severity === 'hold'))
  );
}

/** Decisions on this version and on the one it replaces, newest first. */
async function findDecisions(tx: Tx, head: ReportHead): Promise<readonly EarlierDecision[]> {
  return await queryJson<EarlierDecision>(
    tx,
    Prisma.sql`
    SELECT d.decision, d.effect_ore AS "effectOre", d.reason_code AS "reasonCode", d.reason,
      to_char(d.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt",
      p.given_name || ' ' || p.family_name AS "decidedByName"
    FROM review_decision d LEFT JOIN person p ON p.id = d.decided_by_person_id
    WHERE d.report_id IN (${head.id}::uuid, ${head.supersedesId}::uuid) ORDER BY d.decided_at DESC`,
  );
}

/** How often the decision has been taken up again, the latest first. */
async function findReopenings(tx: Tx, head: ReportHead): Promise<readonly ShownReopening[]> {
  return await queryJson<ShownReopening>(
    tx,
    Prisma.sql`
    SELECT o.id, o.kind, o.reason, o.effect_ore AS "effectOre",
      to_char(o.reopened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "reopenedAt",
      p.given_name || ' ' || p.family_name AS "reopenedByName"
    FROM report_reopening o JOIN person p ON p.id = o.reopened_by_person_id
    WHERE o.report_id = ${head.id}::uuid ORDER BY o.reopened_at DESC`,
  );
}
