import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface EndFormProps {
  at: { readonly back: string; readonly action: string };
  words: { readonly text: string; readonly sure: string; readonly submit: string };
  version: number;
  formKey: string;
  attempt: KeptForm | null;
}

/** Ends something for good: the box says that it is meant. */
export function EndForm({ at, words, version, formKey, attempt }: EndFormProps) {
  return (
    <form method="post" action={at.action} className="grid max-w-measure justify-items-start gap-4">
      <FormBasis formKey={formKey} back={at.back} />
      <input type="hidden" name="version" value={version} />
      <p className="text-ink-2">{words.text}</p>
      <Checkbox name="sure" label={words.sure} problems={attempt?.problem.errors} />
      <Button>{words.submit}</Button>
    </form>
  );
}
