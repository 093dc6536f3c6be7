import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = { readonly label: string; readonly hint: string; readonly attempt: KeptForm | null };

/** Why a caseworker decides so; everyone concerned reads it. */
export function ReasonField({ label, hint, attempt }: Props) {
  return (
    <Field name="reason" label={label} hint={hint} problems={attempt?.problem.errors}>
      {(control) => (
        <TextArea {...control} rows={4} maxLength={2000} defaultValue={attempt?.values['reason'] ?? ''} />
      )}
    </Field>
  );
}
