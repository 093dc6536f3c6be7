import { useTranslations } from 'next-intl';
import type { DecisionFieldsProps } from '#components/document/document-decision.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import {
  type GrantedSupport,
  SUPPORT_KINDS,
  type SupportedEmployment,
} from '#lib/domain/supported-employment/supported-employment.ts';

type Props = DecisionFieldsProps<SupportedEmployment, null, GrantedSupport | null>;

/** Which support is granted and for which days; filled in with what was asked for. */
export function GrantFields({ page, value, problems }: Props) {
  const t = useTranslations('supported-employment');
  const { support, startsOn } = page.document.content;
  const typed = (name: string, otherwise: string): string => (value(name) === '' ? otherwise : value(name));
  return (
    <fieldset className="grid items-start gap-4 sm:grid-cols-3">
      <legend className="mb-2 font-medium">{t('grant')}</legend>
      <Field name="answer.support" label={t('grantedKind')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            defaultValue={typed('answer.support', support === 'advice' ? '' : support)}
            empty={t('pick')}
            options={SUPPORT_KINDS.filter((kind) => kind !== 'advice').map((kind) => ({
              value: kind,
              label: t(`kinds.${kind}`),
            }))}
          />
        )}
      </Field>
      <Field name="answer.from" label={t('grantedFrom')} problems={problems}>
        {(control) => <TextInput {...control} type="date" defaultValue={typed('answer.from', startsOn)} />}
      </Field>
      <Field name="answer.through" label={t('grantedThrough')} problems={problems}>
        {(control) => <TextInput {...control} type="date" defaultValue={value('answer.through')} />}
      </Field>
    </fieldset>
  );
}
