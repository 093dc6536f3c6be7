import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { SignatoryRequestView } from '#lib/domain/administration/account.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface RequestDecisionProps {
  request: SignatoryRequestView;
  /** Whose the person is, where that is not plain. */
  isNamed: boolean;
  back: string;
  formKey: string;
  attempt: KeptForm | null;
}

/** A request to attest, with the form that decides it. */
export function RequestDecision({ request, isNamed, back, formKey, attempt }: RequestDecisionProps) {
  const t = useTranslations('administration.signatory');
  const { id, name, providerName, reason, requestedAt, version } = request;
  const problems = attempt?.problem.errors;
  return (
    <Card className="max-w-[760px]" title={isNamed ? `${name}, ${providerName}` : name}>
      <p className="text-ink-2">
        {t.rich('requested', { date: () => <InstantText instant={requestedAt} /> })}
      </p>
      <p className="mt-2 max-w-measure whitespace-pre-line">{reason}</p>
      <form
        method="post"
        action={`/api/administration/signatory-requests/${id}/decide`}
        className="mt-5 grid gap-5"
      >
        <FormBasis formKey={formKey} back={back} />
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="decision"
          legend={t('decision')}
          options={[
            { value: 'approved', label: t('approve', { name }), hint: t('stepUp') },
            { value: 'refused', label: t('refuse') },
          ]}
          chosen={attempt?.values['decision']}
          problems={problems}
        />
        <Field name="reason" label={t('decisionReason')} problems={problems}>
          {(control) => <TextArea {...control} rows={3} defaultValue={attempt?.values['reason']} />}
        </Field>
        <div>
          <Button look="go">{t('decide')}</Button>
        </div>
      </form>
    </Card>
  );
}
