import { isCurrent, type StoredDocument } from '#lib/domain/document/document.ts';
import type { DocumentDraft, DocumentForm } from '#lib/domain/document/document-pages.ts';
import { NOT_YET } from '#lib/domain/document/submit-document.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { About, DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { remarksOnCopies } from '#lib/server/document/document-copies.ts';
import { documentPlace } from '#lib/server/document/document-place.ts';
import { findDocument, findDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { documentHash } from '#lib/server/document/submit-document.ts';

export type DocumentFormInput<Typed> = {
  readonly placementId: string;
  readonly replacesId: string | null;
  readonly draftId: string | null;
  /** What was typed, to be previewed; null before that. */
  readonly typed: Typed | null;
};

/** The form of a kind of document about a placement: for a new one, a draft that goes on, or a version that is replaced. */
export function documentForm<Typed, Content, Facts, Answer, Decided>(
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
) {
  const { kind } = definition;
  return defineQuery<DocumentFormInput<Typed>, DocumentForm<Content, Facts>>({
    name: 'document.write',
    mandates: definition.submitters,
    purpose: 'Handling om deltagaren',
    async run(tx, { placementId, replacesId, draftId, typed }, context) {
      const placement = await findDocumentPlacement(tx, placementId, context.actor);
      if (placement === null) return null;
      const replaced =
        replacesId === null
          ? null
          : await findDocument<Content, Decided>(tx, kind, replacesId, context.actor);
      if (replacesId !== null && (replaced?.placementId !== placementId || !isCurrent(replaced.status)))
        return null;
      const about = {
        placement,
        facts: await definition.facts(tx, placement, context),
        today: context.today,
        replaces: replaced,
      };
      const refused = definition.refuse(about, replaced);
      return {
        kind,
        placement,
        place: await documentPlace(tx, placementId),
        facts: about.facts,
        today: context.today,
        dueOn: replaced === null ? definition.dueOn(about, null) : replaced.dueOn,
        replaces: replaced === null ? null : replacesOf(definition, replaced),
        refused: refused?.title ?? null,
        waits: refused?.code === NOT_YET,
        draft: await findDraft(tx, { kind, placementId, draftId, replacesId }),
        preview: await previewOf(tx, definition, about, typed),
      };
    },
    reads: ({ placement: { placementId, participantId } }) => ({
      type: 'placement',
      id: placementId,
      participantIds: [participantId],
      detail: { kind },
    }),
  });
}

function replacesOf<Typed, Content, Facts, Answer, Decided>(
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
  { id, number, status, version, decisionReason, completeBy, content }: StoredDocument<Content, Decided>,
): DocumentForm<Content, Facts>['replaces'] {
  return { id, number, status, version, decisionReason, completeBy, values: definition.valuesOf(content) };
}

async function previewOf<Typed, Content, Facts, Answer, Decided>(
  tx: Tx,
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
  about: About<Facts>,
  typed: Typed | null,
): Promise<DocumentForm<Content, Facts>['preview']> {
  if (typed === null) return null;
  const read = definition.read(typed, about);
  if (!read.ok) return null;
  return {
    content: read.value,
    contentHash: documentHash(definition.kind, about.placement.placementId, read.value),
    remarks: [
      ...definition.remarks(read.value, about),
      ...(await remarksOnCopies(tx, { kind: definition.kind, content: read.value }, about)),
    ],
  };
}

type Which = {
  readonly kind: string;
  readonly placementId: string;
  readonly draftId: string | null;
  readonly replacesId: string | null;
};

/** The draft that was asked for, else the latest of the same kind that replaces the same version (or none). */
async function findDraft(
  tx: Tx,
  { kind, placementId, draftId, replacesId }: Which,
): Promise<DocumentDraft | null> {
  const [draft] = await queryJson<DocumentDraft>(
    tx,
    Prisma.sql`SELECT d.id AS "draftId", d.kind, d.replaces_id AS "replacesId", d."values", d.saved_at AS "savedAt",
        n.given_name || ' ' || n.family_name AS "savedByName", d.version AS "draftVersion"
      FROM document_draft d JOIN person n ON n.id = d.saved_by_person_id
      WHERE d.placement_id = ${placementId}::uuid AND d.kind = ${kind} AND d.replaces_id IS NOT DISTINCT FROM ${replacesId}::uuid
        AND (${draftId}::uuid IS NULL OR d.id = ${draftId}::uuid)
      ORDER BY d.saved_at DESC, d.id DESC LIMIT 1`,
  );
  return draft ?? null;
}
