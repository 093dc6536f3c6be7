import { useTranslations } from 'next-intl';
import { FormHead } from '#components/agreement/form-head.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea, TextInput } from '#components/ui/inputs.tsx';
import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface CaseFieldsProps {
  address: string;
  version: number;
  /** Null: a new case. */
  index: number | null;
  golden: GoldenCase | null;
  attempt: KeptForm | null;
  formKey: string;
}

function asText(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
}

/** A case by hand: its name, its facts and what it is to give. */
export function CaseFields({ address, version, index, golden, attempt, formKey }: CaseFieldsProps) {
  const t = useTranslations('agreement.cases');
  const values = attempt?.values;
  // Several such forms stand on a page: only the one that was sent and failed has the ids that its faults lead to.
  const known = (name: string) => (attempt === null ? `${name}-${index ?? 'new'}` : name);
  const problems = attempt?.problem.errors;
  const texts = [
    { name: 'facts', label: t('facts'), hint: undefined, text: asText(golden?.facts) },
    { name: 'expected', label: t('expectedLabel'), hint: t('expectedHint'), text: asText(golden?.expected) },
  ];
  return (
    <form method="post" action={`/api${address}/cases/save`} className="grid justify-items-start gap-4">
      <FormHead formKey={formKey} back={`${address}/cases`} version={version} />
      <input type="hidden" name="index" value={index ?? ''} />
      <Field
        name={known('name')}
        label={t('name')}
        hint={t('nameHint')}
        problems={problems}
        className="w-full"
      >
        {(control) => (
          <TextInput {...control} name="name" defaultValue={values?.['name'] ?? golden?.name ?? ''} />
        )}
      </Field>
      {texts.map(({ name, label, hint, text }) => (
        <Field key={name} name={known(name)} label={label} hint={hint} problems={problems} className="w-full">
          {(control) => (
            <TextArea
              {...control}
              name={name}
              rows={10}
              spellCheck={false}
              className="font-mono"
              defaultValue={values?.[name] ?? text}
            />
          )}
        </Field>
      ))}
      <Button>{t('save')}</Button>
    </form>
  );
}
