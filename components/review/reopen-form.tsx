import { useTranslations } from 'next-intl';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import type { Effect } from '#lib/domain/effect/effect.ts';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly report: ReviewedReportPage;
  readonly effect: Effect;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** Taking a decision up again as the authority's own mistake: it counts as it was until it is decided anew. */
export function ReopenForm({ report, effect, attempt, formKey }: Props) {
  const t = useTranslations('review.reopen');
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  return (
    <DisclosureMore summary={t('open')} open={attempt !== null}>
      <form method="post" action="/api/review/reopen" className="grid gap-4">
        <FormBasis formKey={attempt?.idempotencyKey ?? `${formKey}-reopen`} back={`/review/${report.id}`} />
        <input type="hidden" name="reportId" value={report.id} />
        <input type="hidden" name="version" value={report.version} />
        <EffectSummary effect={effect} caption={t('title')} open />
        <p className="max-w-measure text-ink-2">{t('wrongHint')}</p>
        <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={problems}>
          {(control) => <TextArea {...control} rows={4} maxLength={2000} defaultValue={typed?.['reason']} />}
        </Field>
        <Button>{t('submit')}</Button>
      </form>
    </DisclosureMore>
  );
}
