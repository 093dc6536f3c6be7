import { useTranslations } from 'next-intl';
import { FIELD_WIDTH, type FormPart } from '#components/calculator/form-part.ts';
import { Rows } from '#components/calculator/rows.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { ABSENCE_REASONS, DOCUMENT_STATUSES } from '#lib/domain/compensation/types.ts';

/** The months that are reported. */
export function ReportPart({ state, problems, editing }: FormPart) {
  const t = useTranslations('calculator');
  const statuses = DOCUMENT_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }));
  return (
    <PageSection title={t('reports.title')} note={t('reports.note')}>
      <Rows list="reports" state={state} editing={editing} least={1}>
        {(prefix, row) => (
          <>
            <Field
              name={`${prefix}month`}
              label={t('reports.month')}
              problems={problems}
              className={FIELD_WIDTH}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="month"
                  title={t('reports.monthHint')}
                  defaultValue={row.month}
                />
              )}
            </Field>
            <Field
              name={`${prefix}status`}
              label={t('reports.status')}
              problems={problems}
              className={FIELD_WIDTH}
            >
              {(control) => (
                <Select {...control} options={statuses} defaultValue={row.status ?? 'approved'} />
              )}
            </Field>
            <Field
              name={`${prefix}submittedOn`}
              label={t('reports.submittedOn')}
              problems={problems}
              className={FIELD_WIDTH}
            >
              {(control) => <TextInput {...control} type="date" defaultValue={row.submittedOn} />}
            </Field>
          </>
        )}
      </Rows>
    </PageSection>
  );
}

/** The days that somebody was away. */
export function AbsencePart({ state, problems, editing }: FormPart) {
  const t = useTranslations('calculator.absences');
  const reasons = ABSENCE_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }));
  return (
    <PageSection title={t('title')} note={t('note')}>
      <Rows list="absences" state={state} editing={editing} least={0}>
        {(prefix, row) => (
          <>
            <Field name={`${prefix}date`} label={t('date')} problems={problems} className={FIELD_WIDTH}>
              {(control) => <TextInput {...control} type="date" defaultValue={row.date} />}
            </Field>
            <Field name={`${prefix}reason`} label={t('reason')} problems={problems} className={FIELD_WIDTH}>
              {(control) => <Select {...control} options={reasons} defaultValue={row.reason ?? 'unknown'} />}
            </Field>
          </>
        )}
      </Rows>
    </PageSection>
  );
}
