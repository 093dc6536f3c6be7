import { useTranslations } from 'next-intl';
import { OwnExtracts } from '#components/data-extract/own-extracts.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { Helped } from '#lib/domain/assistance/helped.ts';
import type { DataExtractView } from '#lib/domain/data-protection/data-extract.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly helped: Helped;
  readonly extracts: readonly DataExtractView[];
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** Where a caseworker hands out what is kept about a participant, to whoever asked for it on paper. */
export function PaperExtract({ helped, extracts, attempt, formKey }: Props) {
  const t = useTranslations('data-protection.paper');
  if (helped.isProtected)
    return (
      <>
        <PageHeading title={t('title', { name: helped.name })} />
        <Notice tone="warn">{t('protected')}</Notice>
      </>
    );
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <PageHeading title={t('title', { name: helped.name })} lead={t('lead')} />
      <OwnExtracts extracts={extracts} />
      <form method="post" action="/api/admin/data-extracts" className="grid max-w-measure gap-5">
        <FormBasis
          formKey={attempt?.idempotencyKey ?? formKey}
          back={`/admin/participants/${helped.participantId}/data`}
        />
        <input type="hidden" name="participantId" value={helped.participantId} />
        <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={attempt?.problem.errors}>
          {(control) => <TextInput {...control} maxLength={300} defaultValue={attempt?.values['reason']} />}
        </Field>
        <p>
          <Button look="go">{t('ask')}</Button>
        </p>
      </form>
    </>
  );
}
