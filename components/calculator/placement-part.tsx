import { useTranslations } from 'next-intl';
import { FIELD_ROW, FIELD_WIDTH, type FormPart } from '#components/calculator/form-part.ts';
import { Rows } from '#components/calculator/rows.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { END_REASONS, LEVELS } from '#lib/domain/compensation/types.ts';

const NUMBERS = ['1', '2'].map((number) => ({ value: number, label: number }));

/** The level and the time in the service. */
export function PlacementPart({ state, problems, editing }: FormPart) {
  const t = useTranslations('calculator.placement');
  const { fields } = state;
  return (
    <PageSection title={t('title')} note={t('note')}>
      <Field name="level" label={t('level')} hint={t('levelHint')} problems={problems} className="max-w-80">
        {(control) => (
          <Select
            {...control}
            options={LEVELS.map((level) => ({ value: level, label: level }))}
            defaultValue={fields.level}
          />
        )}
      </Field>
      <div className="mt-6">
        <Rows list="periods" state={state} editing={editing} least={1}>
          {(prefix, row, index) => (
            <>
              <Field name={`${prefix}number`} label={t('number')} problems={problems} className={FIELD_WIDTH}>
                {(control) => (
                  <Select {...control} options={NUMBERS} defaultValue={row.number ?? String(index + 1)} />
                )}
              </Field>
              <Field name={`${prefix}from`} label={t('from')} problems={problems} className={FIELD_WIDTH}>
                {(control) => <TextInput {...control} type="date" defaultValue={row.from} />}
              </Field>
              <Field name={`${prefix}to`} label={t('to')} problems={problems} className={FIELD_WIDTH}>
                {(control) => <TextInput {...control} type="date" defaultValue={row.to} />}
              </Field>
            </>
          )}
        </Rows>
      </div>
      <div className={`${FIELD_ROW} mt-6`}>
        <Field name="end" label={t('end')} hint={t('endHint')} problems={problems} className={FIELD_WIDTH}>
          {(control) => <TextInput {...control} type="date" defaultValue={fields.end} />}
        </Field>
        <Field name="endReason" label={t('endReason')} problems={problems} className={FIELD_WIDTH}>
          {(control) => (
            <Select
              {...control}
              options={END_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
              empty={t('goesOn')}
              defaultValue={fields.endReason}
            />
          )}
        </Field>
      </div>
    </PageSection>
  );
}
