import { useTranslations } from 'next-intl';
import type { DocumentFieldsProps } from '#components/document/document-form-view.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import {
  EXTENSION_PARTS,
  type ExtensionContent,
  type ExtensionFacts,
} from '#lib/domain/extension/extension.ts';

/** The five parts of a basis for an extension. */
export function ExtensionFields({ value, problems }: DocumentFieldsProps<ExtensionContent, ExtensionFacts>) {
  const t = useTranslations('extension');
  return EXTENSION_PARTS.map((part) => (
    <Field
      key={part}
      name={`content.${part}`}
      label={t(`parts.${part}`)}
      hint={t(`hints.${part}`)}
      problems={problems}
    >
      {(control) => (
        <TextArea {...control} rows={4} maxLength={2000} defaultValue={value(`content.${part}`)} />
      )}
    </Field>
  ));
}
