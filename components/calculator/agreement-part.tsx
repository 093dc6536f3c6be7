import { useTranslations } from 'next-intl';
import type { FormPart } from '#components/calculator/form-part.ts';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextArea } from '#components/ui/inputs.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { OWN_AGREEMENT } from '#lib/domain/calculator/calculator-state.ts';

interface AgreementPartProps extends FormPart {
  agreements: readonly { id: string; name: string }[];
  /** The agreement that was pasted, as text. */
  own: string;
}

/** By which agreement: a published one, or one's own. */
export function AgreementPart({ state, problems, agreements, own }: AgreementPartProps) {
  const t = useTranslations('calculator.agreement');
  const options = [
    ...agreements.map(({ id, name }) => ({ value: id, label: name })),
    { value: OWN_AGREEMENT, label: t('own') },
  ];
  const isOwn = state.fields.agreement === OWN_AGREEMENT;
  return (
    <PageSection title={t('title')} note={t('note')}>
      <Field name="agreement" label={t('version')} problems={problems} className="max-w-120">
        {(control) => (
          <Select {...control} options={options} empty={t('pick')} defaultValue={state.fields.agreement} />
        )}
      </Field>
      <DisclosureMore summary={t('ownSummary')} open={isOwn || own !== ''} className="mt-4">
        <Field name="own" label={t('ownText')} hint={t('ownHint')} problems={problems}>
          {(control) => <TextArea {...control} rows={10} defaultValue={own} spellCheck={false} />}
        </Field>
      </DisclosureMore>
    </PageSection>
  );
}
