import type {
  ShownPeriod,
  ShownPlacement,
  ShownReport,
  ShownSwitch,
} from '#lib/domain/admin/shown-placement.ts';
import { finalReportDueOn } from '#lib/domain/final-report/final-report-due.ts';
import { loadReasoning } from '#lib/server/choice/load-reasoning.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { documentsOf } from '#lib/server/document/documents-of.ts';
import { decisionsOf } from '#lib/server/placement-decision/decisions-of.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

type Head = Omit<
  ShownPlacement,
  'reasoning' | 'periods' | 'switches' | 'reports' | 'decisions' | 'documents' | 'finalReportDueOn'
> & {
  readonly decisionId: string;
};

/** One placement, to read. Who has a protected identity is not opened here, not even by those named for them. */
export const showPlacement = defineQuery<{ readonly placementId: string }, ShownPlacement>({
  name: 'placement.show',
  mandates: ['caseworker'],
  purpose: 'Handläggning av placeringar',
  run: async (tx, { placementId }, { today }) => {
    const head = await findHead(tx, placementId);
    if (head === null) return null;
    const { decisionId, ...shown } = head;
    const { finalReportWorkdays } = await termsInForce(tx, today);
    return {
      ...shown,
      reasoning: await reasoningOf(tx, placementId),
      periods: await periodsOf(tx, decisionId, placementId),
      switches: await switchesOf(tx, decisionId),
      reports: await reportsOf(tx, placementId),
      decisions: await decisionsOf(tx, placementId),
      documents: await documentsOf(tx, placementId),
      finalReportDueOn: finalReportDueOn(head, finalReportWorkdays),
    };
  },
  reads: ({ placementId, participantId }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [participantId],
  }),
});

async function findHead(tx: Tx, placementId: string): Promise<Head | null> {
  const [row] = await tx.$queryRaw<Head[]>`
    SELECT l.id::text AS "placementId", l.decision_id::text AS "decisionId", a.id::text AS "participantId",
      p.given_name || ' ' || p.family_name AS name, l.level::text, a.language, a.needs_language_support AS "needsLanguageSupport",
      a.municipality_id AS municipality, d.delivery_area_id AS "deliveryArea", g.name AS "agreementName",
      v.id::text AS "providerId", v.name AS "providerName",
      o.name AS "officeName", o.street AS "officeStreet", o.place AS "officePlace", o.phone AS "officePhone",
      c.given_name || ' ' || c.family_name AS "coachName", l.choice::text, d.arrived_on::text AS "arrivedOn", l."from"::text,
      l."to"::text, l."end"::text, l.end_reason::text AS "endReason", l.cancelled_at IS NOT NULL AS cancelled
    FROM placement l
      JOIN decision d ON d.id = l.decision_id
      JOIN participant a ON a.id = l.participant_id
      JOIN person p ON p.id = a.person_id
      JOIN provider v ON v.id = l.provider_id
      JOIN office o ON o.id = l.office_id
      JOIN agreement_version g ON g.id = l.agreement_version_id
      LEFT JOIN person c ON c.id = l.coach_person_id
    WHERE l.id = ${placementId}::uuid AND NOT l.protected`;
  return row ?? null;
}

/** Why the placement is where it is, where nobody chose. */
async function reasoningOf(tx: Tx, placementId: string): Promise<ShownPlacement['reasoning']> {
  const choice = await tx.choice.findFirst({
    where: { placementId, kind: 'proximity' },
    select: { id: true },
  });
  return choice === null ? null : await loadReasoning(tx, choice.id);
}

/** All periods of the service, also those that lie at another provider or wait for one. */
async function periodsOf(tx: Tx, decisionId: string, placementId: string): Promise<ShownPeriod[]> {
  return await tx.$queryRaw<ShownPeriod[]>`
    SELECT number::int, implementation_reference AS "implementationReference", "from"::text, "to"::text,
      coalesce(placement_id = ${placementId}::uuid, false) AS here
    FROM service_period WHERE decision_id = ${decisionId}::uuid ORDER BY "from", number`;
}

async function switchesOf(tx: Tx, decisionId: string): Promise<ShownSwitch[]> {
  return await tx.$queryRaw<ShownSwitch[]>`
    SELECT w.id::text, f.id::text AS "fromPlacementId", fv.name AS "fromProvider", t.id::text AS "toPlacementId", tv.name AS "toProvider",
      w.reason, (w.decided_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "decidedOn", w.effective_on::text AS "effectiveOn",
      (w.undone_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "undoneOn"
    FROM provider_switch w
      JOIN placement f ON f.id = w.from_placement_id JOIN provider fv ON fv.id = f.provider_id
      JOIN placement t ON t.id = w.to_placement_id JOIN provider tv ON tv.id = t.provider_id
    WHERE f.decision_id = ${decisionId}::uuid ORDER BY w.decided_at`;
}

/** The report of each month that counts, the latest month first. */
async function reportsOf(tx: Tx, placementId: string): Promise<ShownReport[]> {
  return await tx.$queryRaw<ShownReport[]>`
    SELECT to_char(month, 'YYYY-MM') AS month, status::text, submitted_on::text AS "submittedOn", decide_by::text AS "decideBy"
    FROM report WHERE placement_id = ${placementId}::uuid AND status NOT IN ('superseded', 'withdrawn') ORDER BY month DESC`;
}
