import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { ClaimRow } from '#lib/domain/payment/claim.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface SettleClaimFormProps {
  claim: ClaimRow;
  today: PlainDate;
  formKey: string;
  attempt: KeptForm | null;
}

/** Notes that the provider has paid a claim. */
export function SettleClaimForm({ claim, today, formKey, attempt }: SettleClaimFormProps) {
  const t = useTranslations('payment.claims');
  return (
    <Card className="no-print mt-6 max-w-[760px]">
      <form
        method="post"
        action={`/api/claims/${claim.id}/settle`}
        className="grid justify-items-start gap-4"
      >
        <FormBasis formKey={formKey} back={`/payments/claims/${claim.id}`} />
        <input type="hidden" name="version" value={claim.version} />
        <Field name="settledOn" label={t('settledOnLabel')} problems={attempt?.problem.errors}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              className="max-w-48"
              defaultValue={attempt?.values['settledOn'] ?? today}
              max={today}
              required
            />
          )}
        </Field>
        <Button look="go">{t('settle')}</Button>
      </form>
    </Card>
  );
}
