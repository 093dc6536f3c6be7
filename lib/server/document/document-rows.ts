import type { Actor } from '#lib/domain/actor/actor.ts';
import type {
  DocumentAct,
  DocumentEvent,
  DocumentKind,
  DocumentPlacement,
  StoredDocument,
} from '#lib/domain/document/document.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';

const PLACEMENT = Prisma.sql`p.id AS "placementId", p.participant_id AS "participantId", p.provider_id AS "providerId", p.office_id AS "officeId",
  p.coach_person_id AS "coachPersonId", p.level, p."from", p."to", p."end", p.end_reason AS "endReason", p.protected, p.version`;

/** The columns of a document `d`, as {@link StoredDocument} has them. */
const DOCUMENT = Prisma.sql`d.id, d.thread_id AS "threadId", d.number, d.kind, d.placement_id AS "placementId", d.status, d.content,
  d.content_hash AS "contentHash", d.why, d.due_on AS "dueOn", d.submitted_on AS "submittedOn", d.submitted_at AS "submittedAt",
  d.submitted_by_person_id AS "submittedByPersonId", d.desk, d.handed_up_by_person_id AS "handedUpByPersonId",
  d.taken_by_person_id AS "takenByPersonId",
  (SELECT n.given_name || ' ' || n.family_name FROM person n WHERE n.id = d.taken_by_person_id) AS "takenByName", d.complete_by AS "completeBy", d.decision, d.decision_reason AS "decisionReason",
  d.decided_at AS "decidedAt", d.decided_by_person_id AS "decidedByPersonId", d.version`;

/** The placements `p` that the actor sees: a provider's by its reach, the participant's own, all for the authority. */
export function placementsSeenBy(actor: Actor): Prisma.Sql {
  if (actor.kind === 'person' && actor.organisation === 'authority')
    return Prisma.sql`(NOT p.protected OR p.participant_id = ANY ((SELECT app.named_for())::uuid[]))`;
  if (actor.kind === 'person' && actor.organisation === 'self')
    return Prisma.sql`p.participant_id = ${actor.participantId}::uuid`;
  return placementsInReach(actor);
}

/** Whether the actor sees the placement. */
export async function seesPlacement(tx: Tx, placementId: string, actor: Actor): Promise<boolean> {
  const seen = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM placement p WHERE p.id = ${placementId}::uuid AND ${placementsSeenBy(actor)}`;
  return seen.length > 0;
}

/** The placement, locked, or null where the actor does not see it. Documents of one placement come in one after another. */
export async function lockDocumentPlacement(
  tx: Tx,
  placementId: string,
  actor: Actor,
): Promise<DocumentPlacement | null> {
  await tx.$queryRaw`SELECT 1 FROM placement p WHERE p.id = ${placementId}::uuid AND ${placementsSeenBy(actor)} FOR NO KEY UPDATE`;
  return await findDocumentPlacement(tx, placementId, actor);
}

export async function findDocumentPlacement(
  tx: Tx,
  placementId: string,
  actor: Actor,
): Promise<DocumentPlacement | null> {
  const [row] = await queryJson<DocumentPlacement>(
    tx,
    Prisma.sql`SELECT ${PLACEMENT} FROM placement p
      WHERE p.id = ${placementId}::uuid AND p.cancelled_at IS NULL AND ${placementsSeenBy(actor)}`,
  );
  return row ?? null;
}

/** One version of a document of the kind, or null where the actor does not see it. What it says is its kind's to know. */
export async function findDocument<Content, Decided>(
  tx: Tx,
  kind: DocumentKind,
  documentId: string,
  actor: Actor,
): Promise<StoredDocument<Content, Decided> | null> {
  const [row] = await queryJson<StoredDocument<Content, Decided>>(
    tx,
    Prisma.sql`SELECT ${DOCUMENT} FROM document d JOIN placement p ON p.id = d.placement_id
      WHERE d.id = ${documentId}::uuid AND d.kind = ${kind} AND ${placementsSeenBy(actor)}`,
  );
  return row ?? null;
}

/** Every version of a thread, the latest first. */
export async function listVersions<Content, Decided>(
  tx: Tx,
  threadId: string,
): Promise<readonly StoredDocument<Content, Decided>[]> {
  return await queryJson(
    tx,
    Prisma.sql`SELECT ${DOCUMENT} FROM document d WHERE d.thread_id = ${threadId}::uuid ORDER BY d.number DESC`,
  );
}

/** What happened to a thread, the latest first, with the names of those at its provider and the authority. */
export async function listEvents(tx: Tx, threadId: string): Promise<readonly DocumentEvent[]> {
  return await queryJson(
    tx,
    Prisma.sql`SELECT e.id, e.document_id AS "documentId", d.number, e.act, e.text, e.detail, e.person_id AS "personId",
        n.given_name || ' ' || n.family_name AS "personName", e.role, e.at
      FROM document_event e JOIN document d ON d.id = e.document_id LEFT JOIN person n ON n.id = e.person_id
      WHERE d.thread_id = ${threadId}::uuid ORDER BY e.at DESC, e.id DESC`,
  );
}

/** Tells what happened to a document, in the actor's own name. */
export async function insertEvent(
  tx: Tx,
  documentId: string,
  act: DocumentAct,
  given: { readonly actor: Actor; readonly now: Date; readonly text?: string; readonly detail?: unknown },
): Promise<void> {
  const { actor, now, text, detail } = given;
  await tx.documentEvent.create({
    data: {
      id: newId(),
      documentId,
      act,
      text: text ?? '',
      ...(detail === undefined ? {} : { detail: JSON.parse(JSON.stringify(detail)) }),
      personId: actor.kind === 'person' ? actor.personId : null,
      role: actor.kind === 'person' ? actor.role : null,
      at: now,
    },
  });
}
