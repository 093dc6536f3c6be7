import type { ComponentType, ReactNode } from 'react';
import { DocumentFormView, type DocumentFieldsProps } from '#components/document/document-form-view.tsx';
import {
  type BesideProps,
  DocumentPageView,
  type DocumentDone,
} from '#components/document/document-page-view.tsx';
import type { DecisionFieldsProps } from '#components/document/document-decision.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { CONFIRM_DOCUMENT } from '#lib/domain/document/submit-document.ts';
import { submitDocumentInput } from '#lib/schemas/document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import type { DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import type { FormAttempt } from '#lib/server/http/form-attempt.ts';
import { decodeForm } from '#lib/server/http/form-data.ts';
import { load } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

/** What the pages need of a kind of document: its form and its page, whatever the kind says. */
export type DocumentParts = {
  readonly submitters: readonly ProviderRole[];
  readonly form: (asked: FormAsked) => Promise<ReactNode>;
  readonly page: (asked: PageAsked) => Promise<ReactNode>;
};

type FormAsked = {
  readonly actor: PersonActor;
  readonly placementId: string;
  readonly replacesId: string | null;
  readonly draftId: string | null;
  readonly attempt: FormAttempt | null;
  readonly justSaved: boolean;
};

type PageAsked = {
  readonly actor: PersonActor;
  readonly documentId: string;
  readonly door: string;
  readonly done: DocumentDone | null;
  readonly attempt: FormAttempt | null;
};

type Views<Content, Facts, Decided> = {
  readonly Fields: ComponentType<DocumentFieldsProps<Content, Facts>>;
  readonly Content: ComponentType<{ readonly content: Content; readonly facts: Facts }>;
  readonly DecisionFields: ComponentType<DecisionFieldsProps<Content, Facts, Decided>> | null;
  readonly Beside?: ComponentType<BesideProps<Content, Facts, Decided>>;
  readonly Decided: ComponentType<{ readonly decision: Decided; readonly facts: Facts }> | null;
};

/** The parts of a kind, from its definition and its own views. */
export function documentParts<Typed, Content, Facts, Answer, Decided>(
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
  views: Views<Content, Facts, Decided>,
): DocumentParts {
  return {
    submitters: definition.submitters,
    async form({ actor, placementId, replacesId, draftId, attempt, justSaved }) {
      const typed = attempt?.problem.code === CONFIRM_DOCUMENT ? typedOf(definition, attempt) : null;
      const asked = { placementId, replacesId, draftId, typed };
      return (
        <DocumentFormView
          form={await load(documentForm(definition), actor, asked)}
          attempt={attempt}
          formKey={newId()}
          newDraftId={newId()}
          personId={actor.personId}
          justSaved={justSaved}
          Fields={views.Fields}
          Content={views.Content}
        />
      );
    },
    async page({ actor, documentId, door, done, attempt }) {
      return (
        <DocumentPageView
          page={await load(documentPage(definition), actor, { documentId })}
          verdicts={definition.verdicts}
          door={door}
          personId={actor.personId}
          done={done}
          attempt={attempt}
          formKeys={{ step: newId(), decide: newId(), note: newId() }}
          Content={views.Content}
          DecisionFields={views.DecisionFields}
          Beside={views.Beside ?? null}
          Decided={views.Decided}
        />
      );
    },
  };
}

function typedOf<Typed, Content, Facts, Answer, Decided>(
  { typed }: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
  { values }: FormAttempt,
): Typed | null {
  const schema = submitDocumentInput(typed);
  const read = schema.safeParse(decodeForm(schema, values));
  return read.success ? read.data.content : null;
}
