import { useTranslations } from 'next-intl';
import type { BesideProps } from '#components/document/document-page-view.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import {
  type FinalReport,
  type FinalReportFacts,
  VERDICTS_ON_REPORT,
} from '#lib/domain/final-report/final-report.ts';

type Props = BesideProps<FinalReport, FinalReportFacts, null>;

/** A caseworker who has read the report says whether one can plan from it. */
export function VerdictForm({ page: { document }, door, attempt, formKey }: Props) {
  const t = useTranslations('final-report.verdict');
  const problems = attempt?.problem.errors ?? [];
  return (
    <Card title={t('title')} level={3} className="no-print">
      <p className="mb-4 max-w-measure text-ink-2">{t('lead')}</p>
      <form method="post" action={`/api/final-reports/${document.id}/verdict`} className="grid gap-6">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`${door}/documents/${document.id}`} />
        <input type="hidden" name="documentId" value={document.id} />
        <RadioGroup
          name="verdict"
          legend={t('title')}
          legendHidden
          chosen={attempt?.values['verdict']}
          problems={problems}
          options={VERDICTS_ON_REPORT.map((verdict) => ({ value: verdict, label: t(`answers.${verdict}`) }))}
        />
        <Field name="missing" label={t('missing')} hint={t('missingHint')} problems={problems} optional>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={1000}
              defaultValue={attempt?.values['missing'] ?? ''}
            />
          )}
        </Field>
        <div>
          <Button look="go">{t('submit')}</Button>
        </div>
      </form>
    </Card>
  );
}
