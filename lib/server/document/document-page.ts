import type { Actor } from '#lib/domain/actor/actor.ts';
import type { CaseMandate, StoredDocument } from '#lib/domain/document/document.ts';
import {
  type DeskPerson,
  refuseDeciding,
  refuseHandingBack,
  refuseHandingUp,
  refuseReplacing,
  refuseTaking,
  refuseWithdrawing,
} from '#lib/domain/document/document-steps.ts';
import type { DocumentMoves, DocumentPage } from '#lib/domain/document/document-pages.ts';
import { maySettle } from '#lib/domain/document/settled-with.ts';
import type { Mandate } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { About, DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { documentFindings } from '#lib/server/document/document-copies.ts';
import { documentPlace } from '#lib/server/document/document-place.ts';
import {
  findDocument,
  findDocumentPlacement,
  listEvents,
  listVersions,
} from '#lib/server/document/document-rows.ts';

/** Everybody whom a document concerns; whom it hides is hidden by its placement. */
export const READERS: readonly Mandate[] = [
  'coach',
  'intake',
  'reporter',
  'signatory',
  'providerAdmin',
  'reviewer',
  'caseworker',
  'auditor',
  'participant',
];

/** A version of a document of the kind, with its versions, events, facts and what the reader may do. */
export function documentPage<Typed, Content, Facts, Answer, Decided>(
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
) {
  return defineQuery<{ readonly documentId: string }, DocumentPage<Content, Facts, Decided>>({
    name: 'document.show',
    mandates: READERS,
    purpose: 'Handling om deltagaren',
    async run(tx, { documentId }, context) {
      const { actor, today } = context;
      const document = await findDocument<Content, Decided>(tx, definition.kind, documentId, actor);
      const placement =
        document === null ? null : await findDocumentPlacement(tx, document.placementId, actor);
      if (document === null || placement === null) return null;
      const facts = await definition.facts(tx, placement, context);
      return {
        document,
        versions: await listVersions<Content, Decided>(tx, document.threadId),
        events: await listEvents(tx, document.threadId),
        placement,
        place: await documentPlace(tx, placement.placementId),
        facts,
        moves: await movesOf(tx, definition, { document, about: { placement, facts, today }, actor }),
        findings: await documentFindings(tx, documentId),
        today,
      };
    },
    reads: ({ document, placement }) => ({
      type: 'document',
      id: document.id,
      participantIds: [placement.participantId],
      detail: { kind: document.kind, threadId: document.threadId },
    }),
  });
}

type Seen<Content, Facts, Decided> = {
  readonly document: StoredDocument<Content, Decided>;
  readonly about: About<Facts>;
  readonly actor: Actor;
};

async function movesOf<Typed, Content, Facts, Answer, Decided>(
  tx: Tx,
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
  { document, about, actor }: Seen<Content, Facts, Decided>,
): Promise<DocumentMoves> {
  const isSubmitter = actor.kind === 'person' && definition.submitters.some((role) => role === actor.role);
  const person = await deskPerson(tx, actor);
  const atDesk = person.role === 'reviewer' || person.caseMandate !== null;
  return {
    take: atDesk && refuseTaking(document, person) === null,
    handBack: atDesk && refuseHandingBack(document, person) === null,
    // What an assessor settles, and who may decide, need nobody to hand up to.
    handUp:
      person.caseMandate === 'assess' &&
      !maySettle(document.kind, document.desk, person.caseMandate) &&
      refuseHandingUp(document, person) === null,
    decide: atDesk && refuseDeciding(document, person) === null,
    withdraw: isSubmitter && refuseWithdrawing(document) === null,
    replace:
      isSubmitter &&
      refuseReplacing(document, definition.correctable) === null &&
      definition.refuse(about, document) === null,
    note: (isSubmitter || atDesk) && document.status !== 'superseded' && document.status !== 'withdrawn',
  };
}

/** Who the actor is at the desks. */
export async function deskPerson(tx: Tx, actor: Actor): Promise<DeskPerson> {
  if (actor.kind !== 'person') throw new Error('Only persons stand at a desk');
  const [held] = await tx.$queryRaw<{ mandate: CaseMandate | null }[]>`SELECT app.case_mandate() AS mandate`;
  return { personId: actor.personId, role: actor.role, caseMandate: held?.mandate ?? null };
}
