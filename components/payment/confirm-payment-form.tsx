import { useLocale, useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { AuthorisationRow } from '#lib/domain/payment/payment-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface ConfirmPaymentFormProps {
  row: AuthorisationRow;
  today: PlainDate;
  formKey: string;
  attempt: KeptForm | null;
}

/** Says that the bank has paid, from the pay day on. */
export function ConfirmPaymentForm({ row, today, formKey, attempt }: ConfirmPaymentFormProps) {
  const t = useTranslations('payment.receipt');
  const locale = useLocale();
  const date = formatDate(row.payOn, locale);
  if (today < row.payOn) {
    return (
      <Notice tone="wait" className="no-print mt-8 max-w-[760px]">
        {t('notYet', { date })}
      </Notice>
    );
  }
  return (
    <Card title={t('confirmTitle')} className="no-print mt-8 max-w-[760px]">
      <form
        method="post"
        action={`/api/authorisations/${row.id}/confirm`}
        className="grid justify-items-start gap-4"
      >
        <FormBasis formKey={formKey} back={`/payments/pay-days/authorisations/${row.id}`} />
        <Field
          name="paidOn"
          label={t('paidOnLabel')}
          hint={t('paidOnHint', { date })}
          problems={attempt?.problem.errors}
        >
          {(control) => (
            <TextInput
              {...control}
              type="date"
              className="max-w-48"
              defaultValue={attempt?.values['paidOn'] ?? row.payOn}
              min={row.payOn}
              max={today}
              required
            />
          )}
        </Field>
        <Button look="go">{t('confirm')}</Button>
      </form>
    </Card>
  );
}
