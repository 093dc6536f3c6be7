import { documentFormPath } from '#lib/domain/document/document-path.ts';
import { afterDecision } from '#lib/server/review/bench/after-decision.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { discardDocumentDraft, saveDocumentDraft } from '#lib/server/document/document-draft.ts';
import type { DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

type Route = (
  request: Request,
  route: { readonly params: Promise<Record<string, string>> },
) => Promise<Response>;

/** What can be done with documents, as the last part of an address. */
export const DOCUMENT_ROUTES = [
  'submit',
  'save-draft',
  'discard-draft',
  'withdraw',
  'take',
  'hand-back',
  'hand-up',
  'note',
  'decide',
] as const;
export type DocumentRoute = (typeof DOCUMENT_ROUTES)[number];

const to =
  (done: string) =>
  ({ path }: { readonly path: string }): string =>
    `${path}?done=${done}`;

/** The commands of a kind of document as routes. */
export function documentRoutes<Typed, Content, Facts, Answer, Decided>(
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
): Readonly<Record<DocumentRoute, Route>> {
  const { kind } = definition;
  const steps = documentSteps(definition);
  const page = '/provider/participants';
  const desk = definition.desk === 'review' ? '/review/documents' : '/admin/documents';
  return {
    submit: commandRoute(submitDocument(definition), { done: to('submitted'), page }),
    'save-draft': commandRoute(saveDocumentDraft(definition), {
      done: ({ placementId, draftId, replacesId }) =>
        documentFormPath(placementId, kind, {
          draftId,
          saved: true,
          ...(replacesId === null ? {} : { replacesId }),
        }),
      page,
    }),
    'discard-draft': commandRoute(discardDocumentDraft(definition), {
      done: ({ placementId }) => `/provider/participants/${placementId}`,
      page,
    }),
    withdraw: commandRoute(steps.withdraw, { done: to('withdrawn'), page }),
    take: commandRoute(steps.take, { done: to('taken'), page: desk }),
    'hand-back': commandRoute(steps.handBack, { done: to('handedBack'), page: desk }),
    'hand-up': commandRoute(steps.handUp, { done: to('handedUp'), page: desk }),
    note: commandRoute(steps.note, { done: to('noted'), page: desk }),
    decide: commandRoute(decideDocument(definition), {
      done: (output, back) =>
        definition.desk === 'review'
          ? afterDecision({ kind: 'finalReport', id: output.documentId }, back, to('decided')(output))
          : to('decided')(output),
      page: desk,
    }),
  };
}
