import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { LONGEST_RECIPIENT, SHARE_DAYS } from '#lib/domain/plan-share/plan-share.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** For whom a link is, and how long. */
export function PlanShareForm({
  attempt,
  formKey,
}: {
  readonly attempt: KeptForm | null;
  readonly formKey: string;
}) {
  const t = useTranslations('own-plan.share');
  const problems = attempt?.problem.errors;
  return (
    <form method="post" action="/api/participant/plan-shares" className="grid max-w-measure gap-5">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back="/participant/plan/share" />
      <Field name="recipient" label={t('recipient')} hint={t('recipientHint')} problems={problems}>
        {(control) => (
          <TextInput
            {...control}
            dir="auto"
            maxLength={LONGEST_RECIPIENT}
            autoComplete="off"
            defaultValue={attempt?.values['recipient']}
          />
        )}
      </Field>
      <RadioGroup
        name="days"
        legend={t('days')}
        chosen={attempt?.values['days']}
        problems={problems}
        options={SHARE_DAYS.map((days) => ({ value: String(days), label: t(`days${days}`) }))}
      />
      <p>
        <Button look="go" big>
          {t('submit')}
        </Button>
      </p>
    </form>
  );
}
