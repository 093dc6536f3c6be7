import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { knownActions } from '#lib/domain/admin/action-words.ts';
import { AUDIT_OUTCOMES, AUDIT_REASONS } from '#lib/domain/admin/audit-log.ts';
import type { AuditSearchInput } from '#lib/schemas/admin.ts';

type Props = { readonly filter: AuditSearchInput; readonly isFiltered: boolean };

/** What the log can be searched by: who, about whom, what, how it went, when. */
export function LogFilter({ filter, isFiltered }: Props) {
  const t = useTranslations('admin.log');
  const locale = useStaffLocale();
  return (
    <FilterBar action="/admin" label={t('filter')} clearHref={isFiltered ? '/admin' : undefined}>
      <Field name="person" label={t('person')} className="sm:w-60">
        {(control) => (
          <TextInput {...control} type="search" defaultValue={filter.person} autoComplete="off" />
        )}
      </Field>
      <Field name="reference" label={t('reference')} className="sm:w-80">
        {(control) => (
          <TextInput
            {...control}
            type="search"
            inputMode="numeric"
            defaultValue={filter.reference}
            autoComplete="off"
          />
        )}
      </Field>
      <Field name="organisation" label={t('organisation')} className="sm:w-60">
        {(control) => (
          <TextInput {...control} type="search" defaultValue={filter.organisation} autoComplete="off" />
        )}
      </Field>
      <Field name="action" label={t('action')} className="sm:w-80">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.action}
            empty={t('anyAction')}
            options={knownActions(locale).map(({ action, words }) => ({ value: action, label: words }))}
          />
        )}
      </Field>
      <Field name="outcome" label={t('outcome')} className="sm:w-40">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.outcome}
            empty={t('anyOutcome')}
            options={AUDIT_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) }))}
          />
        )}
      </Field>
      <Field name="reason" label={t('reason')} className="sm:w-60">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.reason}
            empty={t('anyReason')}
            options={AUDIT_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
          />
        )}
      </Field>
      {filter.participant !== '' && <input type="hidden" name="participant" value={filter.participant} />}
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} name={end} label={t(end)} className="sm:w-44">
          {(control) => <TextInput {...control} type="date" defaultValue={filter[end] ?? ''} />}
        </Field>
      ))}
    </FilterBar>
  );
}
