import { useTranslations } from 'next-intl';
import { FIELD_ROW, FIELD_WIDTH, type FormPart } from '#components/calculator/form-part.ts';
import { Rows } from '#components/calculator/rows.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, Select, TextInput } from '#components/ui/inputs.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { DOCUMENT_STATUSES, OUTCOME_TYPES } from '#lib/domain/compensation/types.ts';

const DAYS = [
  { name: 'from', hint: null },
  { name: 'signalledOn', hint: null },
  { name: 'appliedOn', hint: 'appliedHint' },
  { name: 'verifiedThrough', hint: 'verifiedHint' },
] as const;

/** The work or studies that came of it. */
export function OutcomePart({ state, problems, editing }: FormPart) {
  const t = useTranslations('calculator');
  const { fields } = state;
  const types = OUTCOME_TYPES.map((type) => ({ value: type, label: t(`outcome.types.${type}`) }));
  const statuses = DOCUMENT_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }));
  return (
    <PageSection title={t('outcome.title')} note={t('outcome.note')}>
      <div className={FIELD_ROW}>
        <Field name="outcome.type" label={t('outcome.type')} problems={problems} className={FIELD_WIDTH}>
          {(control) => (
            <Select
              {...control}
              options={types}
              empty={t('outcome.none')}
              defaultValue={fields['outcome.type']}
            />
          )}
        </Field>
        <Field name="outcome.status" label={t('outcome.status')} problems={problems} className={FIELD_WIDTH}>
          {(control) => (
            <Select {...control} options={statuses} defaultValue={fields['outcome.status'] || 'approved'} />
          )}
        </Field>
      </div>
      <div className={`${FIELD_ROW} mt-4`}>
        {DAYS.map(({ name, hint }) => (
          <Field
            key={name}
            name={`outcome.${name}`}
            label={t(`outcome.${name}`)}
            hint={hint === null ? undefined : t(`outcome.${hint}`)}
            problems={problems}
            className={FIELD_WIDTH}
          >
            {(control) => <TextInput {...control} type="date" defaultValue={fields[`outcome.${name}`]} />}
          </Field>
        ))}
      </div>
      <h3 className="mt-8 mb-3 text-base">{t('outcome.spells')}</h3>
      <Rows list="spells" state={state} editing={editing} least={1}>
        {(prefix, row) => (
          <>
            <Field
              name={`${prefix}from`}
              label={t('outcome.spellFrom')}
              problems={problems}
              className={FIELD_WIDTH}
            >
              {(control) => <TextInput {...control} type="date" defaultValue={row.from} />}
            </Field>
            <Field
              name={`${prefix}to`}
              label={t('outcome.spellTo')}
              problems={problems}
              className={FIELD_WIDTH}
            >
              {(control) => (
                <TextInput {...control} type="date" title={t('outcome.spellToHint')} defaultValue={row.to} />
              )}
            </Field>
            <Field
              name={`${prefix}extentPercent`}
              label={t('outcome.extent')}
              problems={problems}
              className={FIELD_WIDTH}
            >
              {(control) => <NumberInput {...control} defaultValue={row.extentPercent} />}
            </Field>
            <Checkbox
              name={`${prefix}ownEmployer`}
              value="1"
              label={t('outcome.ownEmployer')}
              defaultChecked={(row.ownEmployer ?? '') !== ''}
              className="basis-full"
            />
          </>
        )}
      </Rows>
    </PageSection>
  );
}
