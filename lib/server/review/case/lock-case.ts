import type { CaseKind, HeldCase } from '#lib/domain/review/case.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** A case with whoever has it, locked for the transaction. */
export type LockedCase = HeldCase & {
  readonly kind: CaseKind;
  readonly id: string;
  readonly participantId: string;
  readonly placementId: string;
  /** Who handed it in and may therefore not have it. */
  readonly submittedByPersonId: string | null;
  readonly attestedByPersonId: string | null;
};

const TAKEN = Prisma.sql`n.given_name || ' ' || n.family_name AS "takenByName"`;

// Each locks the row that its kind's decisions lock too: a report, a correction with its report, a document with its placement, an outcome's placement.
const LOCKS = {
  periodicReport: (id) => Prisma.sql`SELECT 1 FROM report r WHERE r.id = ${id}::uuid FOR UPDATE`,
  correction: (id) =>
    Prisma.sql`SELECT 1 FROM report_correction c JOIN report r ON r.id = c.report_id WHERE c.id = ${id}::uuid FOR UPDATE OF r, c`,
  finalReport: (id) =>
    Prisma.sql`SELECT 1 FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.id = ${id}::uuid FOR NO KEY UPDATE OF p FOR UPDATE OF d`,
  outcome: (id) =>
    Prisma.sql`SELECT 1 FROM placement p WHERE p.id = (SELECT o.placement_id FROM outcome o WHERE o.id = ${id}::uuid) FOR UPDATE`,
} as const satisfies Record<CaseKind, (id: string) => Prisma.Sql>;

const FINDS = {
  periodicReport: (
    id,
  ) => Prisma.sql`SELECT r.participant_id AS "participantId", r.placement_id AS "placementId", r.status IN ('submitted', 'inReview') AS waits,
      r.taken_by_person_id AS "takenByPersonId", r.taken_at AS "takenAt", ${TAKEN}, r.submitted_by_person_id AS "submittedByPersonId",
      a.person_id AS "attestedByPersonId"
    FROM report r LEFT JOIN attestation a ON a.id = r.attestation_id LEFT JOIN person n ON n.id = r.taken_by_person_id WHERE r.id = ${id}::uuid AND ${openToNamed('r')}`,
  correction: (
    id,
  ) => Prisma.sql`SELECT r.participant_id AS "participantId", r.placement_id AS "placementId", c.status = 'submitted' AS waits,
      t.person_id AS "takenByPersonId", t.taken_at AS "takenAt", ${TAKEN}, c.submitted_by_person_id AS "submittedByPersonId",
      c.drafted_by_person_id AS "attestedByPersonId"
    FROM report_correction c JOIN report r ON r.id = c.report_id LEFT JOIN review_taking t ON t.kind = 'correction' AND t.subject_id = c.id
      LEFT JOIN person n ON n.id = t.person_id WHERE c.id = ${id}::uuid AND ${openToNamed('r')}`,
  finalReport: (
    id,
  ) => Prisma.sql`SELECT p.participant_id AS "participantId", p.id AS "placementId", d.status IN ('submitted', 'inReview') AS waits,
      d.taken_by_person_id AS "takenByPersonId", d.taken_at AS "takenAt", ${TAKEN}, d.submitted_by_person_id AS "submittedByPersonId", NULL AS "attestedByPersonId"
    FROM document d JOIN placement p ON p.id = d.placement_id LEFT JOIN person n ON n.id = d.taken_by_person_id
    WHERE d.id = ${id}::uuid AND ${openToNamed('p')} AND d.kind = 'finalReport' AND d.desk = 'review'`,
  outcome: (
    id,
  ) => Prisma.sql`SELECT p.participant_id AS "participantId", p.id AS "placementId", o.status IN ('submitted', 'approved') AS waits,
      t.person_id AS "takenByPersonId", t.taken_at AS "takenAt", ${TAKEN}, o.submitted_by_person_id AS "submittedByPersonId", NULL AS "attestedByPersonId"
    FROM outcome o JOIN placement p ON p.id = o.placement_id LEFT JOIN review_taking t ON t.kind = 'outcome' AND t.subject_id = o.id
      LEFT JOIN person n ON n.id = t.person_id WHERE o.id = ${id}::uuid AND ${openToNamed('p')}`,
} as const satisfies Record<CaseKind, (id: string) => Prisma.Sql>;

/** As it stands; null where it is not seen. */
export async function findCase(tx: Tx, kind: CaseKind, id: string): Promise<LockedCase | null> {
  const [row] = await queryJson<Omit<LockedCase, 'kind' | 'id'>>(tx, FINDS[kind](id));
  return row === undefined ? null : { kind, id, ...row };
}

/** Locks the case against its decision and every other step until the transaction ends; null where it is not seen. */
export async function lockCase(tx: Tx, kind: CaseKind, id: string): Promise<LockedCase | null> {
  await tx.$queryRaw(LOCKS[kind](id));
  return await findCase(tx, kind, id);
}
