import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** Who is invited: a name, and the address that the link goes to. */
export function PersonFields({ attempt }: { attempt: KeptForm | null }) {
  const t = useTranslations('administration');
  const problems = attempt?.problem.errors;
  return (
    <>
      <Field name="name" label={t('fields.name')} hint={t('invite.nameHint')} problems={problems}>
        {(control) => (
          <TextInput
            {...control}
            className="max-w-96"
            autoComplete="off"
            maxLength={100}
            defaultValue={attempt?.values['name']}
          />
        )}
      </Field>
      <Field name="email" label={t('fields.email')} hint={t('fields.emailHint')} problems={problems}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            className="max-w-96"
            autoComplete="off"
            defaultValue={attempt?.values['email']}
          />
        )}
      </Field>
    </>
  );
}
