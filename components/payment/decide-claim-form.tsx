import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { ClaimRow } from '#lib/domain/payment/claim.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface DecideClaimFormProps {
  claim: ClaimRow;
  formKey: string;
  attempt: KeptForm | null;
}

/** The second person's decision. */
export function DecideClaimForm({ claim, formKey, attempt }: DecideClaimFormProps) {
  const t = useTranslations('payment.claims');
  const problems = attempt?.problem.errors;
  return (
    <Card className="no-print mt-6 max-w-[760px]">
      <form method="post" action={`/api/claims/${claim.id}/decide`} className="grid gap-6">
        <FormBasis formKey={formKey} back={`/payments/claims/${claim.id}`} />
        <input type="hidden" name="version" value={claim.version} />
        <RadioGroup
          name="decision"
          legend={t('decisionLegend')}
          chosen={attempt?.values['decision']}
          problems={problems}
          options={[
            { value: 'decide', label: t('decide'), hint: t('decideHint') },
            { value: 'decline', label: t('decline'), hint: t('declineHint') },
          ]}
        />
        <Field
          name="reason"
          label={t('decisionReasonLabel')}
          hint={t('decisionReasonHint')}
          problems={problems}
        >
          {(control) => <TextArea {...control} defaultValue={attempt?.values['reason']} maxLength={1000} />}
        </Field>
        <Button look="go" className="justify-self-start">
          {t('submitDecision')}
        </Button>
      </form>
    </Card>
  );
}
