import type { DocumentPlacement, StoredDocument } from '#lib/domain/document/document.ts';
import { documentPath } from '#lib/domain/document/document-path.ts';
import { refuseSubmitting } from '#lib/domain/document/submit-document.ts';
import { type SubmitDocumentInput, submitDocumentInput } from '#lib/schemas/document.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { keepTexts } from '#lib/server/document/document-copies.ts';
import type { About, DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { findDocument, insertEvent, lockDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { tellOfDocument } from '#lib/server/document/tell-document.ts';
import { newId } from '#lib/server/ids.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State<Content, Facts, Decided> = {
  readonly about: About<Facts>;
  readonly replaces: StoredDocument<Content, Decided> | null;
};
type Change<Content> = { readonly content: Content; readonly contentHash: string };

/** SHA-256 in hexadecimal over what a document says and whose it is: what a preview showed and what is stored. */
export function documentHash(kind: string, placementId: string, content: unknown): string {
  return hashOf({ kind, placementId, content }).toString('hex');
}

/** Pointers of the kind's own rules begin in the form's `content`. */
function inContent(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.map((problem) => ({ ...problem, pointer: `/content${problem.pointer}` }));
}

/** Sends a document of the kind, or a new version of one: what is wrong is named, what is right is previewed, then it is sent. */
export function submitDocument<Typed, Content, Facts, Answer, Decided>(
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
) {
  const { kind } = definition;
  return defineCommand({
    name: 'document.submit',
    mandates: definition.submitters,
    input: submitDocumentInput(definition.typed),
    async lock(
      tx: Tx,
      { placementId, replacesId }: SubmitDocumentInput<Typed>,
      context: CommandContext,
    ): Promise<State<Content, Facts, Decided> | null> {
      const placement = await lockDocumentPlacement(tx, placementId, context.actor);
      if (placement === null) return null;
      const replaces =
        replacesId === null
          ? null
          : await findDocument<Content, Decided>(tx, kind, replacesId, context.actor);
      if (replacesId !== null && replaces?.placementId !== placementId) return null;
      const facts = await definition.facts(tx, placement, context);
      return { about: { placement, facts, today: context.today, replaces }, replaces };
    },
    version: ({ replaces }, { replacesVersion }) =>
      replaces === null ? null : { seen: replacesVersion ?? 0, current: replaces.version },
    guard: ({ about, replaces }) => definition.refuse(about, replaces),
    stepUp: () => null,
    decide({ about, replaces }, { content: typed, why, confirmed }) {
      const read = definition.read(typed, about);
      if (!read.ok) return err(validationProblem(inContent(read.error)));
      const contentHash = documentHash(kind, about.placement.placementId, read.value);
      const refused = refuseSubmitting({
        contentHash,
        confirmed,
        why,
        replaces,
        correctable: definition.correctable,
      });
      return refused === null ? ok({ content: read.value, contentHash }) : err(refused);
    },
    async write(tx, change, { about, replaces }, context, { draftId, why }) {
      const { placement } = about;
      const documentId = newId();
      if (replaces !== null) await supersede(tx, replaces, context);
      const document = await insertVersion(tx, definition, {
        change,
        about,
        replaces,
        why,
        documentId,
        context,
      });
      await insertEvent(tx, documentId, 'submitted', { ...context, text: why });
      if (draftId !== null)
        await tx.documentDraft.deleteMany({
          where: { id: draftId, kind, placementId: placement.placementId },
        });
      await keepTexts(tx, document, about);
      await definition.submitted(tx, document, about, context);
      await tellOfDocument(tx, document, 'submitted', { placement, context });
      return {
        documentId,
        threadId: document.threadId,
        kind,
        placementId: placement.placementId,
        path: documentPath(context.actor, documentId),
      };
    },
    audit: ({ documentId, threadId }, { contentHash }, { about: { placement }, replaces }) => ({
      type: 'document',
      id: documentId,
      participantIds: [placement.participantId],
      detail: { kind, threadId, number: (replaces?.number ?? 0) + 1, contentHash },
    }),
  });
}

async function supersede(tx: Tx, { id }: StoredDocument, context: CommandContext): Promise<void> {
  await tx.document.update({ where: { id }, data: { status: 'superseded', version: { increment: 1 } } });
  await insertEvent(tx, id, 'superseded', context);
}

type Insertion<Content, Facts, Decided> = {
  readonly change: Change<Content>;
  readonly about: About<Facts>;
  readonly replaces: StoredDocument<Content, Decided> | null;
  readonly why: string;
  readonly documentId: string;
  readonly context: CommandContext;
};

async function insertVersion<Typed, Content, Facts, Answer, Decided>(
  tx: Tx,
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
  { change, about, replaces, why, documentId, context }: Insertion<Content, Facts, Decided>,
): Promise<StoredDocument<Content, Decided>> {
  const { placement, today } = about;
  // A correction keeps the day by which the first was due, and the day it came in by its own.
  const dueOn = replaces === null ? definition.dueOn(about, change.content) : replaces.dueOn;
  await tx.document.create({
    data: {
      id: documentId,
      threadId: replaces?.threadId ?? documentId,
      number: (replaces?.number ?? 0) + 1,
      supersedesId: replaces?.id ?? null,
      kind: definition.kind,
      placementId: placement.placementId,
      status: 'submitted',
      content: JSON.parse(JSON.stringify(change.content)),
      contentHash: change.contentHash,
      why,
      dueOn: dueOn === null ? null : toUtcDate(dueOn),
      submittedOn: toUtcDate(today),
      submittedAt: context.now,
      submittedByPersonId: context.actor.kind === 'person' ? context.actor.personId : null,
      // A case is handed up once: what completes it comes back to those who decide.
      desk: replaces?.desk ?? definition.desk,
    },
  });
  const stored = await findDocument<Content, Decided>(tx, definition.kind, documentId, context.actor);
  if (stored === null) throw new Error('A document that was just written is not there');
  return stored;
}

/** A placement that was chosen and left again before it began has no documents. */
export function refuseUnbegun(
  { from }: DocumentPlacement,
  today: string,
): ReturnType<typeof conflict> | null {
  return from <= today
    ? null
    : conflict([], {
        code: 'notBegun',
        title: {
          sv: 'Deltagaren har inte börjat hos er än.',
          en: 'The participant has not begun with you yet.',
        },
      });
}
