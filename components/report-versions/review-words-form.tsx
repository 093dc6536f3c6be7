import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { PREVIEW_FIRST } from '#lib/schemas/review.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly kind: 'reply' | 'reconsider';
  readonly reportId: string;
  /** Of the report as it was seen. */
  readonly version: number;
  readonly back: string;
  readonly lastDay: PlainDate;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** What was written and is whole, and only waits to be read before it is sent; null where it is not. */
export function previewOf(attempt: KeptForm | null): KeptForm | null {
  const [only, ...more] = attempt?.problem.errors ?? [];
  return only?.code === PREVIEW_FIRST && more.length === 0 ? attempt : null;
}

/** What the provider says of a proposal or a decision: written, read through, and sent once. */
export function ReviewWordsForm(props: Props) {
  const t = useTranslations(`review-decision.own.form.${props.kind}`);
  const preview = previewOf(props.attempt);
  if (preview === null) {
    return (
      <Card title={t('open')} level={3}>
        <WordsForm {...props} />
      </Card>
    );
  }
  const text = preview.values['text'] ?? '';
  const again = { ...preview, problem: { ...preview.problem, errors: [] } };
  return (
    <Card title={t('seen')} level={3}>
      <blockquote className="mb-4 max-w-measure border-s-2 border-line-strong ps-3 whitespace-pre-line">
        {text}
      </blockquote>
      <form method="post" action={actionOf(props)} className="mb-3">
        <Hidden {...props} />
        <input type="hidden" name="text" value={text} />
        <input type="hidden" name="seen" value="true" />
        <Button look="go">{t('send')}</Button>
      </form>
      <DisclosureMore summary={t('change')}>
        <WordsForm {...props} formKey={`${props.formKey}-again`} attempt={again} />
      </DisclosureMore>
    </Card>
  );
}

function actionOf({ kind, reportId }: Props): string {
  return `/api/provider/reports/${reportId}/${kind}`;
}

function Hidden({ version, back, formKey }: Props) {
  return (
    <>
      <FormBasis formKey={formKey} back={back} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function WordsForm(props: Props) {
  const { kind, attempt } = props;
  const t = useTranslations(`review-decision.own.form.${kind}`);
  return (
    <form method="post" action={actionOf(props)} className="grid max-w-measure gap-3">
      <Hidden {...props} />
      <Field name="text" label={t('label')} hint={t('hint')} problems={attempt?.problem.errors}>
        {(control) => (
          <TextArea {...control} rows={6} maxLength={4000} defaultValue={attempt?.values['text'] ?? ''} />
        )}
      </Field>
      <p>
        <Button look="go">{t('preview')}</Button>
      </p>
    </form>
  );
}
