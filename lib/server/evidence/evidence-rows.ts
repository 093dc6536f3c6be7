import type { EvidenceItem, ShownConfirmation } from '#lib/domain/evidence/evidence-page.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

const INSTANT = Prisma.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);

/** All evidence of a placement, whichever version of the outcome it was given for, in the order of its days. */
export async function evidenceItems(tx: Tx, placementId: string): Promise<readonly EvidenceItem[]> {
  return await queryJson<EvidenceItem>(
    tx,
    Prisma.sql`
    SELECT e.id, e.source, e.kind, e.employer_org_no AS "employerOrgNo", e.employer_name AS "employerName",
      CASE WHEN e."from" IS NOT NULL THEN json_build_object('from', e."from", 'to', e."to") END AS covers,
      e.extent_percent AS "extentPercent",
      CASE WHEN a.confirmation_id IS NOT NULL THEN json_build_object('about', json_build_object('from', c."from", 'to', c."to"),
        'at', to_char(a.answered_at AT TIME ZONE 'UTC', ${INSTANT}),
        'knownUntil', (a.answered_at AT TIME ZONE 'Europe/Stockholm')::date + 1) END AS answered,
      to_char(e.given_at AT TIME ZONE 'UTC', ${INSTANT}) AS "givenAt",
      e.given_by_person_id AS "givenByPersonId", g.given_name || ' ' || g.family_name AS "givenByName",
      to_char(e.withdrawn_at AT TIME ZONE 'UTC', ${INSTANT}) AS "withdrawnAt",
      CASE WHEN f.evidence_id IS NOT NULL THEN json_build_object('name', f.file_name, 'mediaType', f.media_type, 'size', f.size,
        'sha256', f.sha256, 'elsewhere', (SELECT count(DISTINCT e2.placement_id)::int FROM evidence_file f2
          JOIN evidence e2 ON e2.id = f2.evidence_id WHERE f2.sha256 = f.sha256 AND e2.placement_id <> e.placement_id)) END AS file,
      CASE WHEN a.confirmation_id IS NOT NULL THEN json_build_object('kind', a.answer, 'name', a.name, 'role', a.role, 'text', a.text,
        'email', c.email, 'contactName', c.contact_name) END AS "employerAnswer",
      (SELECT json_build_object('accepted', d.accepted, 'reason', d.reason, 'at', to_char(d.decided_at AT TIME ZONE 'UTC', ${INSTANT}),
          'name', p.given_name || ' ' || p.family_name)
        FROM evidence_decision d LEFT JOIN person p ON p.id = d.decided_by_person_id
        WHERE d.evidence_id = e.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS verdict
    FROM evidence e
      LEFT JOIN evidence_file f ON f.evidence_id = e.id
      LEFT JOIN employer_confirmation c ON c.id = e.confirmation_id
      LEFT JOIN employer_answer a ON a.confirmation_id = e.confirmation_id
      LEFT JOIN person g ON g.id = e.given_by_person_id
    WHERE e.placement_id = ${placementId}::uuid
    ORDER BY coalesce(e."from", c."from"), e.given_at, e.id`,
  );
}

/** Every question to employers about a placement, the latest first. */
export async function shownConfirmations(tx: Tx, placementId: string): Promise<readonly ShownConfirmation[]> {
  return await queryJson<ShownConfirmation>(
    tx,
    Prisma.sql`
    SELECT c.id, c.employer_org_no AS "employerOrgNo", c.employer_name AS "employerName", c."from", c."to",
      c.extent_percent AS "extentPercent", c.email, c.contact_name AS "contactName",
      to_char(c.asked_at AT TIME ZONE 'UTC', ${INSTANT}) AS "askedAt", p.given_name || ' ' || p.family_name AS "askedByName",
      to_char(c.expires_at AT TIME ZONE 'UTC', ${INSTANT}) AS "expiresAt", c.ended_as AS "endedAs",
      EXISTS (SELECT 1 FROM employer_answer a WHERE a.confirmation_id = c.id) AS answered
    FROM employer_confirmation c LEFT JOIN person p ON p.id = c.asked_by_person_id
    WHERE c.placement_id = ${placementId}::uuid ORDER BY c.asked_at DESC, c.id DESC`,
  );
}

/** Whether the participant of a placement has a protected identity. */
export async function isProtectedPlacement(tx: Tx, placementId: string): Promise<boolean> {
  const placement = await tx.placement.findUnique({
    where: { id: placementId },
    select: { protected: true },
  });
  return placement?.protected ?? true;
}
