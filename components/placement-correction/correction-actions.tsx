import { useTranslations } from 'next-intl';
import { Button, type ButtonProps } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { CorrectionPage } from '#lib/domain/placement-correction/correction.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly page: CorrectionPage;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly mayAct: boolean;
};

/** What can be done about a correction now: submit it, decide on it, calculate it again, take it back. */
export function CorrectionActions({ page, attempt, formKey, mayAct }: Props) {
  const t = useTranslations('placement-correction.act');
  const { correction, ownDeclaration, today } = page;
  const { status } = correction;
  if (!mayAct || (status !== 'draft' && status !== 'submitted')) return null;
  const isOld = correction.calculatedOn !== today;
  return (
    <Card title={t('title')}>
      <div className="grid gap-6">
        {(isOld || attempt?.problem.code === 'correctionStale') && (
          <Notice tone="warn" action={<Step page={page} verb="recalculate" formKey={formKey} />}>
            {t('old')}
          </Notice>
        )}
        {status === 'draft' && ownDeclaration && (
          <div className="grid gap-2">
            <p className="max-w-measure text-ink-2">{t('submitHint')}</p>
            <Step page={page} verb="submit" formKey={formKey} look="go" />
          </div>
        )}
        {status === 'submitted' && ownDeclaration && <Notice tone="wait">{t('awaits')}</Notice>}
        {status === 'submitted' && !ownDeclaration && (
          <DecideForm page={page} attempt={attempt} formKey={formKey} />
        )}
        {ownDeclaration && <Step page={page} verb="withdraw" formKey={formKey} look="plain" />}
      </div>
    </Card>
  );
}

type StepProps = {
  readonly page: CorrectionPage;
  readonly verb: 'submit' | 'withdraw' | 'recalculate';
  readonly formKey: string;
  readonly look?: ButtonProps['look'];
};

function Step({ page, verb, formKey, look }: StepProps) {
  const t = useTranslations('placement-correction.act');
  const { id, version } = page.correction;
  return (
    <form method="post" action={`/api/corrections/${id}/${verb}`}>
      <FormBasis formKey={`${formKey}-${verb}`} back={`/admin/corrections/${id}`} />
      <input type="hidden" name="version" value={version} />
      <Button look={look}>{t(verb)}</Button>
    </form>
  );
}

function DecideForm({ page, attempt, formKey }: Omit<Props, 'mayAct'>) {
  const t = useTranslations('placement-correction.act');
  const { id, version } = page.correction;
  const problems = attempt?.problem.errors;
  return (
    <form method="post" action={`/api/corrections/${id}/decide`} className="grid max-w-measure gap-4">
      <FormBasis formKey={attempt?.idempotencyKey ?? `${formKey}-decide`} back={`/admin/corrections/${id}`} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="contentHash" value={page.contentHash} />
      <RadioGroup
        name="decision"
        legend={t('legend')}
        chosen={attempt?.values['decision']}
        problems={problems}
        options={[
          { value: 'decide', label: t('decide'), hint: t('decideHint') },
          { value: 'decline', label: t('decline') },
        ]}
      />
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={problems} optional>
        {(control) => (
          <TextArea {...control} rows={3} maxLength={2000} defaultValue={attempt?.values['reason']} />
        )}
      </Field>
      <div>
        <Button look="go">{t('submitDecision')}</Button>
      </div>
    </form>
  );
}
