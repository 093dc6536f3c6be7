import { useTranslations } from 'next-intl';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { NumberInput, TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { LONGEST_WHY } from '#lib/domain/protected-identity/protected-identity.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** Taking on a protected identity that nobody answers for. */
export function TakeOnView({ formKey, attempt }: { formKey: string; attempt: KeptForm | null }) {
  const t = useTranslations('protected-identity.takeOn');
  const problems = attempt?.problem.errors;
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <form method="post" action="/api/protected/take-on" className="grid max-w-[460px] gap-5">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back="/protected" />
        <Field name="reference" label={t('reference')} hint={t('hint')} problems={problems}>
          {(control) => <NumberInput {...control} defaultValue={attempt?.values['reference'] ?? ''} />}
        </Field>
        <Field name="why" label={t('why')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={LONGEST_WHY}
              defaultValue={attempt?.values['why'] ?? ''}
            />
          )}
        </Field>
        <Button look="go" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </>
  );
}
