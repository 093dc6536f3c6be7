import type { DocumentKind } from '#lib/domain/document/document.ts';
import { flattenFields } from '#lib/domain/document/draft-values.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import {
  discardDocumentDraftInput,
  type SaveDocumentDraftInput,
  saveDocumentDraftInput,
} from '#lib/schemas/document.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { findDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { notFound } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type Draft = { readonly kind: DocumentKind; readonly submitters: readonly ProviderRole[] };

/** Keeps what is being written on the server, valid or not; the caller makes the draft's id, so that a double saves once. */
export function saveDocumentDraft({ kind, submitters }: Draft) {
  return defineCommand({
    name: 'document.saveDraft',
    mandates: submitters,
    input: saveDocumentDraftInput,
    async lock(tx, { placementId, draftId }: SaveDocumentDraftInput, { actor }) {
      const placement = await findDocumentPlacement(tx, placementId, actor);
      if (placement === null) return null;
      const [draft] = await tx.$queryRaw<{ version: number; placementId: string; kind: string }[]>`
        SELECT version, placement_id::text AS "placementId", kind FROM document_draft WHERE id = ${draftId}::uuid FOR UPDATE`;
      return { placement, draft: draft ?? null };
    },
    version: ({ draft }, { draftVersion }) => ({ seen: draftVersion, current: draft?.version ?? 0 }),
    guard: ({ draft }, { placementId }) =>
      draft === null || (draft.placementId === placementId && draft.kind === kind) ? null : notFound(),
    stepUp: () => null,
    decide: (_, { content, why }) => ok({ ...flattenFields(content, 'content.'), why }),
    async write(tx, values, { placement, draft }, { actor, now }, { draftId, replacesId }) {
      const saved = { values, savedByPersonId: monthActor(actor).personId, savedAt: now };
      if (draft === null) {
        const { placementId } = placement;
        await tx.documentDraft.create({ data: { id: draftId, kind, placementId, replacesId, ...saved } });
      } else {
        await tx.documentDraft.update({
          where: { id: draftId },
          data: { ...saved, version: { increment: 1 } },
        });
      }
      return {
        draftId,
        draftVersion: (draft?.version ?? 0) + 1,
        savedAt: now.toISOString(),
        replacesId,
        placementId: placement.placementId,
        kind,
      };
    },
    audit: ({ draftId }, _, { placement }) => ({
      type: 'documentDraft',
      id: draftId,
      participantIds: [placement.participantId],
      detail: { kind },
    }),
  });
}

/** Throws a draft away. */
export function discardDocumentDraft({ kind, submitters }: Draft) {
  return defineCommand({
    name: 'document.discardDraft',
    mandates: submitters,
    input: discardDocumentDraftInput,
    async lock(tx, { draftId }: { readonly draftId: string }, { actor }) {
      const [draft] = await tx.$queryRaw<{ placementId: string }[]>`
        SELECT placement_id::text AS "placementId" FROM document_draft WHERE id = ${draftId}::uuid AND kind = ${kind} FOR UPDATE`;
      if (draft === undefined) return null;
      return await findDocumentPlacement(tx, draft.placementId, actor);
    },
    version: () => null,
    guard: () => null,
    stepUp: () => null,
    decide: (_, { draftId }) => ok({ draftId }),
    async write(tx, { draftId }, { placementId }) {
      await tx.documentDraft.delete({ where: { id: draftId } });
      return { placementId, kind };
    },
    audit: (_, { draftId }, { participantId }) => ({
      type: 'documentDraft',
      id: draftId,
      participantIds: [participantId],
      detail: { kind },
    }),
  });
}
