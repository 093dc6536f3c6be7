import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { MOST_DISPUTE_CHARACTERS } from '#lib/schemas/statement-answer.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface MessageFieldProps {
  label: string;
  hint: string;
  attempt: KeptForm | null;
  rows?: number;
}

/** What is written in a dispute; what was typed comes back when it could not be sent. */
export function MessageField({ label, hint, attempt, rows = 5 }: MessageFieldProps) {
  return (
    <Field name="text" label={label} hint={hint} problems={attempt?.problem.errors}>
      {(control) => (
        <TextArea
          {...control}
          rows={rows}
          maxLength={MOST_DISPUTE_CHARACTERS}
          required
          defaultValue={attempt?.values['text']}
        />
      )}
    </Field>
  );
}
