import { documentForm } from '#lib/server/document/document-form.ts';
import type { DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import type { Part } from '#prisma/seed/demo/stage/scene.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';

/** The coach sends a document, as it is previewed. */
export async function sendDocument<Typed, Content, Facts, Answer, Decided>(
  stage: Stage,
  kind: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
  { placementId, stay }: Part,
  typed: Typed,
  at: Date,
): Promise<string> {
  const actor = await stage.actor(stay.coach ?? '');
  const asked = { placementId, replacesId: null, draftId: null, typed };
  const { preview } = await stage.query(documentForm(kind), asked, { actor, at });
  const input = { placementId, content: typed, confirmed: preview?.contentHash ?? '' };
  return (await stage.command(submitDocument(kind), input, { actor, at })).documentId;
}
