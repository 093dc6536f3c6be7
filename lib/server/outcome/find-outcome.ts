import type {
  OutcomePlacement,
  ShownOutcomeDecision,
  StoredOutcome,
} from '#lib/domain/outcome/outcome-page.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

async function find(tx: Tx, which: Prisma.Sql): Promise<StoredOutcome | null> {
  const [outcome] = await queryJson<StoredOutcome>(
    tx,
    Prisma.sql`
    SELECT o.id, o.version, o.number, o.placement_id AS "placementId", o.type, o.status, o."from", o.signalled_on AS "signalledOn",
      o.applied_on AS "appliedOn", o.verified_through AS "verifiedThrough",
      to_char(o.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "submittedAt",
      o.submitted_by_person_id AS "submittedByPersonId", p.given_name || ' ' || p.family_name AS "submittedByName",
      (SELECT coalesce(json_agg(json_build_object('from', s."from", 'to', s."to", 'extentPercent', s.extent_percent,
          'employerOrgNo', s.employer_org_no, 'employerName', s.employer_name) ORDER BY s."from", s.number), '[]')
        FROM outcome_spell s WHERE s.outcome_id = o.id) AS spells
    FROM outcome o LEFT JOIN person p ON p.id = o.submitted_by_person_id
    WHERE ${which}`,
  );
  return outcome ?? null;
}

/** One version of an outcome, or null where the reader sees none. */
export async function findOutcome(tx: Tx, outcomeId: string): Promise<StoredOutcome | null> {
  return await find(tx, Prisma.sql`o.id = ${outcomeId}::uuid`);
}

/** The outcome that stands for a placement, or null. */
export async function currentOutcome(tx: Tx, placementId: string): Promise<StoredOutcome | null> {
  return await find(
    tx,
    Prisma.sql`o.placement_id = ${placementId}::uuid AND o.status NOT IN ('superseded', 'withdrawn')`,
  );
}

/** The placement of an outcome. Who has a protected identity is opened by those named for them alone. */
export async function outcomePlacement(tx: Tx, placementId: string): Promise<OutcomePlacement | null> {
  const [placement] = await queryJson<OutcomePlacement>(
    tx,
    Prisma.sql`
    SELECT l.id AS "placementId", l.participant_id AS "participantId", p.given_name || ' ' || p.family_name AS "participantName",
      coalesce((SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = l.id ORDER BY s.number LIMIT 1), '')
        AS "implementationReference",
      l.level, v.name AS "providerName", g.name AS "agreementName", l."end", l.end_reason AS "endReason",
      (SELECT coalesce(json_agg(json_build_object('number', s.number, 'from', s."from", 'to', s."to") ORDER BY s."from"),
          json_build_array(json_build_object('number', 1, 'from', l."from", 'to', l."to")))
        FROM service_period s WHERE s.placement_id = l.id) AS periods
    FROM placement l
      JOIN participant d ON d.id = l.participant_id
      JOIN person p ON p.id = d.person_id
      JOIN provider v ON v.id = l.provider_id
      JOIN agreement_version g ON g.id = l.agreement_version_id
    WHERE l.id = ${placementId}::uuid AND (NOT l.protected OR l.participant_id = ANY ((SELECT app.named_for())::uuid[]))`,
  );
  return placement ?? null;
}

/** What has been decided about the placement's outcomes, on whichever version, the latest first. */
export async function outcomeDecisions(
  tx: Tx,
  placementId: string,
): Promise<readonly ShownOutcomeDecision[]> {
  return await queryJson<ShownOutcomeDecision>(
    tx,
    Prisma.sql`
    SELECT d.id, o.number, d.decision, d.verified_through AS "verifiedThrough", d.reason, d.effect_ore AS "effectOre",
      to_char(d.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt",
      p.given_name || ' ' || p.family_name AS "decidedByName"
    FROM outcome_decision d JOIN outcome o ON o.id = d.outcome_id LEFT JOIN person p ON p.id = d.decided_by_person_id
    WHERE o.placement_id = ${placementId}::uuid ORDER BY d.decided_at DESC, d.id DESC`,
  );
}
