import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface BankAccountFormProps {
  /** Whether the provider has no account yet. */
  isFirst: boolean;
  formKey: string;
  attempt: KeptForm | null;
}

/** Another account, typed as it stands on paper. It is shown once more before anything is asked for. */
export function BankAccountForm({ isFirst, formKey, attempt }: BankAccountFormProps) {
  const t = useTranslations('payment.own');
  const problems = attempt?.problem.errors;
  return (
    <Card title={isFirst ? t('askFirst') : t('ask')}>
      <form method="post" action="/api/bank-accounts/check" className="grid gap-4">
        <FormBasis formKey={formKey} back="/provider/bank-account" />
        <Field name="clearingNumber" label={t('clearing')} hint={t('clearingHint')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              autoComplete="off"
              className="max-w-40"
              maxLength={40}
              defaultValue={attempt?.values['clearingNumber']}
            />
          )}
        </Field>
        <Field name="accountNumber" label={t('number')} hint={t('numberHint')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              autoComplete="off"
              className="max-w-72"
              maxLength={60}
              defaultValue={attempt?.values['accountNumber']}
            />
          )}
        </Field>
        <Button look="go" className="justify-self-start">
          {t('check')}
        </Button>
      </form>
    </Card>
  );
}
