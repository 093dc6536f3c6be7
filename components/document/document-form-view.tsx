import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import { DocumentFormFoot } from '#components/document/document-form-foot.tsx';
import { DocumentPreview } from '#components/document/document-preview.tsx';
import { KeepDraft, type KeepWords } from '#components/document/keep-draft.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { DocumentForm } from '#lib/domain/document/document-pages.ts';
import { documentFormPath } from '#lib/domain/document/document-path.ts';
import { CONFIRM_DOCUMENT } from '#lib/domain/document/submit-document.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What the fields of a kind get: what fills them in by name (`content.cause`), and what is wrong. */
export type DocumentFieldsProps<Content, Facts> = {
  readonly form: DocumentForm<Content, Facts>;
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
};

export type DocumentFormViewProps<Content, Facts> = {
  readonly form: DocumentForm<Content, Facts>;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  /** For a draft that is not saved yet; for throwing away one that is. */
  readonly newDraftId: string;
  readonly personId: string;
  readonly justSaved: boolean;
  readonly Fields: ComponentType<DocumentFieldsProps<Content, Facts>>;
  readonly Content: ComponentType<{ readonly content: Content; readonly facts: Facts }>;
};

/** Writing a document: the fields, then what will be sent, then sending it. What is written is kept all the while. */
export function DocumentFormView<Content, Facts>(props: DocumentFormViewProps<Content, Facts>) {
  const { form, attempt, formKey, newDraftId, Fields } = props;
  const t = useTranslations('document');
  const locale = useStaffLocale();
  const { kind, place, placement, replaces, draft } = form;
  const card = `/provider/participants/${placement.placementId}`;
  const path = documentFormPath(placement.placementId, kind, {
    ...(draft === null ? {} : { draftId: draft.draftId }),
    ...(replaces === null ? {} : { replacesId: replaces.id }),
  });
  const confirming = attempt?.problem.code === CONFIRM_DOCUMENT && form.preview !== null;
  const problems = attempt?.problem.errors ?? [];
  const values = attempt?.values ?? draft?.values ?? prefixed(replaces?.values ?? {});
  const value = (name: string): string => values[name] ?? '';
  const title = t(`kinds.${kind}`);
  const fields = (
    <div className="grid gap-8">
      {replaces !== null && replaces.status !== 'returned' && (
        <Field name="why" label={t('form.why')} hint={t('form.whyHint')} problems={problems}>
          {(control) => <TextArea {...control} rows={3} maxLength={2000} defaultValue={value('why')} />}
        </Field>
      )}
      <Fields form={form} value={value} problems={problems} />
    </div>
  );
  return (
    <>
      {attempt !== null && !confirming && (
        <ErrorSummary problems={problems} title={problems.length === 0 ? attempt.problem.title : undefined} />
      )}
      <Breadcrumbs
        above={[
          { href: '/provider/participants', words: t('form.participants') },
          { href: card, words: place.participantName },
        ]}
        here={title}
      />
      <PageHeading
        title={title}
        lead={t('form.for', { name: place.participantName, office: place.officeName })}
      />
      <FormNotices {...props} />
      {(form.refused === null || form.waits) && (
        <form
          method="post"
          action={`/api/documents/${kind}/submit`}
          className="grid max-w-[880px] gap-8"
          noValidate={confirming}
        >
          <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={path} />
          <input type="hidden" name="placementId" value={placement.placementId} />
          <input type="hidden" name="draftId" value={draft?.draftId ?? newDraftId} />
          <input type="hidden" name="draftVersion" value={draft?.draftVersion ?? 0} />
          <input type="hidden" name="replacesId" value={replaces?.id ?? ''} />
          <input type="hidden" name="replacesVersion" value={replaces?.version ?? ''} />
          <KeepDraft
            subject={`${props.personId} ${kind} ${placement.placementId} ${replaces?.id ?? 'new'}`}
            action={`/api/documents/${kind}/save-draft`}
            savedAt={draft?.savedAt ?? null}
            isGivenBack={attempt !== null}
            words={keepWords(t)}
            locale={locale}
          />
          {confirming && form.preview !== null ? (
            <DocumentPreview preview={form.preview} facts={form.facts} Content={props.Content}>
              {fields}
            </DocumentPreview>
          ) : (
            fields
          )}
          <DocumentFormFoot kind={kind} card={card} confirming={confirming} waits={form.waits} />
        </form>
      )}
      {draft !== null && (
        <form method="post" action={`/api/documents/${kind}/discard-draft`} className="mt-6">
          <FormBasis formKey={newDraftId} back={path} />
          <input type="hidden" name="draftId" value={draft.draftId} />
          <Button look="quiet">{t('form.discard')}</Button>
        </form>
      )}
    </>
  );
}

/** What has to be known before one writes: why it cannot be sent, what came back, which version is put right, the last day. */
function FormNotices<Content, Facts>({ form, justSaved }: DocumentFormViewProps<Content, Facts>) {
  const t = useTranslations('document');
  const locale = useStaffLocale();
  const { replaces, refused, waits, dueOn, today } = form;
  return (
    <div className="mb-8 grid max-w-[880px] gap-4 empty:hidden">
      {justSaved && <Notice tone="ok">{t('form.saved')}</Notice>}
      {refused !== null && (
        <Notice tone={waits ? 'info' : 'stop'} title={t('form.refusedTitle')}>
          {refused}
        </Notice>
      )}
      {replaces?.status === 'returned' && (
        <Notice tone="warn" title={t('form.returnedTitle')}>
          <p>{replaces.decisionReason}</p>
          {replaces.completeBy !== null && (
            <p>{t('form.completeBy', { day: formatDate(replaces.completeBy, locale) })}</p>
          )}
        </Notice>
      )}
      {replaces !== null && replaces.status !== 'returned' && (
        <Notice>{t('form.correcting', { number: replaces.number })}</Notice>
      )}
      {replaces === null && dueOn !== null && (
        <Notice tone={today > dueOn ? 'warn' : 'info'}>
          {t(today > dueOn ? 'form.late' : 'form.dueOn', { day: formatDate(dueOn, locale) })}
        </Notice>
      )}
    </div>
  );
}

function keepWords(t: ReturnType<typeof useTranslations<'document'>>): KeepWords {
  return {
    saving: t('keep.saving'),
    saved: t('keep.saved', { time: '{time}' }),
    offline: t('keep.offline'),
    loggedOut: t('keep.loggedOut'),
    conflict: t('keep.conflict'),
    restored: t('keep.restored'),
  };
}

function prefixed(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`content.${name}`, value]));
}
