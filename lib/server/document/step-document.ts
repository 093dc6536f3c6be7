import type { DocumentAct, DocumentPlacement, StoredDocument } from '#lib/domain/document/document.ts';
import { documentPath } from '#lib/domain/document/document-path.ts';
import {
  type DeskPerson,
  refuseHandingBack,
  refuseHandingUp,
  refuseTaking,
  refuseWithdrawing,
} from '#lib/domain/document/document-steps.ts';
import type { Mandate } from '#lib/server/command/command.ts';
import { handUpDocumentInput, noteDocumentInput, stepDocumentInput } from '#lib/schemas/document.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { deskPerson } from '#lib/server/document/document-page.ts';
import { findDocument, findDocumentPlacement, insertEvent } from '#lib/server/document/document-rows.ts';
import { tellOfDocument } from '#lib/server/document/tell-document.ts';
import { forbidden, type Problem } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';
import type { z } from 'zod';

/** A document with its placement and who moves it, locked. */
export type LockedDocument<Content, Decided> = {
  readonly document: StoredDocument<Content, Decided>;
  readonly placement: DocumentPlacement;
  readonly person: DeskPerson;
};

type Kind<Typed, Content, Facts, Answer, Decided> = DocumentKindDefinition<
  Typed,
  Content,
  Facts,
  Answer,
  Decided
>;

/** Locks a version of a document that the actor sees. */
export async function lockDocument<Content, Decided>(
  tx: Tx,
  kind: DocumentKindDefinition<never, Content, never, never, Decided>['kind'],
  documentId: string,
  { actor }: CommandContext,
): Promise<LockedDocument<Content, Decided> | null> {
  if (actor.kind !== 'person') return null;
  const before = await findDocument(tx, kind, documentId, actor);
  if (before === null) return null;
  // As when a version comes in: the placement first.
  await tx.$queryRaw`SELECT 1 FROM placement WHERE id = ${before.placementId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM document WHERE id = ${documentId}::uuid FOR UPDATE`;
  const document = await findDocument<Content, Decided>(tx, kind, documentId, actor);
  const placement = await findDocumentPlacement(tx, before.placementId, actor);
  if (document === null || placement === null) return null;
  return { document, placement, person: await deskPerson(tx, actor) };
}

type StepDefinition<Input> = {
  readonly name: string;
  readonly act: DocumentAct;
  readonly mandates: readonly Mandate[];
  readonly input: z.ZodType<Input>;
  readonly refuse: (document: StoredDocument, person: DeskPerson) => Problem | null;
  /** Columns that the step changes; null: it leaves the document as it is. */
  readonly change: ((context: CommandContext) => Record<string, unknown>) | null;
  readonly text: (input: Input) => string;
};

/** A step of a document that its kind has nothing to say about. */
function stepCommand<
  Typed,
  Content,
  Facts,
  Answer,
  Decided,
  Input extends { documentId: string; version: number },
>(
  { kind }: Kind<Typed, Content, Facts, Answer, Decided>,
  { name, act, mandates, input, refuse, change, text }: StepDefinition<Input>,
) {
  return defineCommand({
    name,
    mandates,
    input,
    lock: (
      tx: Tx,
      { documentId }: Input,
      context: CommandContext,
    ): Promise<LockedDocument<Content, Decided> | null> => lockDocument(tx, kind, documentId, context),
    version: ({ document }, { version }) => ({ seen: version, current: document.version }),
    guard: ({ document, person }) => refuse(document, person),
    stepUp: () => null,
    decide: (_, given) => ok({ text: text(given) }),
    async write(tx, { text: said }, { document, placement }, context) {
      if (change !== null) {
        const data = { ...change(context), version: { increment: 1 } };
        await tx.document.update({ where: { id: document.id }, data });
      }
      await insertEvent(tx, document.id, act, { ...context, text: said });
      await tellOfDocument(tx, document, act, { placement, context });
      return {
        documentId: document.id,
        kind,
        placementId: placement.placementId,
        path: documentPath(context.actor, document.id),
      };
    },
    audit: ({ documentId }, _, { document, placement }) => ({
      type: 'document',
      id: documentId,
      participantIds: [placement.participantId],
      detail: { kind, threadId: document.threadId, number: document.number },
    }),
  });
}

const personOf = ({ actor }: CommandContext): string | null =>
  actor.kind === 'person' ? actor.personId : null;

/** The steps that are alike for every kind: withdraw, take, hand back, hand up, note. */
export function documentSteps<Typed, Content, Facts, Answer, Decided>(
  definition: Kind<Typed, Content, Facts, Answer, Decided>,
) {
  const desk: readonly Mandate[] = definition.desk === 'review' ? ['reviewer'] : ['caseworker'];
  const nothing = () => '';
  return {
    withdraw: stepCommand(definition, {
      name: 'document.withdraw',
      act: 'withdrawn',
      mandates: definition.submitters,
      input: stepDocumentInput,
      refuse: refuseWithdrawing,
      change: () => ({ status: 'withdrawn' }),
      text: nothing,
    }),
    take: stepCommand(definition, {
      name: 'document.take',
      act: 'taken',
      mandates: desk,
      input: stepDocumentInput,
      refuse: refuseTaking,
      change: (context) => ({ status: 'inReview', takenByPersonId: personOf(context), takenAt: context.now }),
      text: nothing,
    }),
    handBack: stepCommand(definition, {
      name: 'document.handBack',
      act: 'handedBack',
      mandates: desk,
      input: stepDocumentInput,
      refuse: refuseHandingBack,
      change: () => ({ status: 'submitted', takenByPersonId: null, takenAt: null }),
      text: nothing,
    }),
    handUp: stepCommand(definition, {
      name: 'document.handUp',
      act: 'handedUp',
      mandates: ['caseworker'],
      input: handUpDocumentInput,
      refuse: refuseHandingUp,
      change: (context) => ({
        status: 'submitted',
        desk: 'decide',
        handedUpByPersonId: personOf(context),
        takenByPersonId: null,
        takenAt: null,
      }),
      text: ({ assessment }) => assessment,
    }),
    note: stepCommand(definition, {
      name: 'document.note',
      act: 'noted',
      mandates: [...definition.submitters, ...desk],
      input: noteDocumentInput,
      refuse: ({ status }) => (status === 'superseded' || status === 'withdrawn' ? forbidden() : null),
      change: null,
      text: ({ text }) => text,
    }),
  };
}
