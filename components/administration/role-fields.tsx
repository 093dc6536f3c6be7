import { useTranslations } from 'next-intl';
import { ChoicesOf, chosenIn } from '#components/ui/choices-of.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import type { OfficeScope } from '#lib/domain/administration/office-scope.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface PartProps {
  attempt: KeptForm | null;
}

/** Which roles. */
export function RoleFields({ attempt }: PartProps) {
  const t = useTranslations('administration');
  const tRole = useTranslations('auth.role');
  const options = PROVIDER_ROLES.map((value) => ({
    value,
    label: tRole(value),
    hint: t(`roleHints.${value}`),
  }));
  return (
    <ChoicesOf
      name="roles"
      legend={t('fields.roles')}
      groups={[{ title: null, options }]}
      chosen={attempt === null ? new Set() : chosenIn(attempt.values, 'roles')}
      problems={attempt?.problem.errors}
    />
  );
}

interface ScopeFieldsProps extends PartProps {
  offices: readonly KnownOffice[];
  /** What the reader may give. */
  reach: OfficeScope;
  /** What there is, where something is changed. */
  now?: OfficeScope | undefined;
}

/** Which offices: all of them, or some. Offices that the reader does not administer are not offered. */
export function ScopeFields({ attempt, offices, reach, now }: ScopeFieldsProps) {
  const t = useTranslations('administration.fields');
  const problems = attempt?.problem.errors;
  const offered = offices.filter(({ id }) => reach === 'all' || reach.includes(id));
  const before = now === undefined || now === 'all' ? new Set<string>() : new Set(now);
  const chosenAll = attempt?.values['allOffices'] ?? (now === undefined || now === 'all' ? 'true' : 'false');
  return (
    <>
      {reach === 'all' ? (
        <RadioGroup
          name="allOffices"
          legend={t('scope')}
          options={[
            { value: 'true', label: t('all') },
            { value: 'false', label: t('some') },
          ]}
          chosen={chosenAll}
          problems={problems}
        />
      ) : (
        <input type="hidden" name="allOffices" value="false" />
      )}
      <ChoicesOf
        name="officeIds"
        legend={
          <>
            {t('offices')}
            {reach === 'all' && <small className="block font-normal text-ink-3">{t('officesHint')}</small>}
          </>
        }
        groups={[{ title: null, options: offered.map(({ id, name }) => ({ value: id, label: name })) }]}
        chosen={attempt === null ? before : chosenIn(attempt.values, 'officeIds')}
        problems={problems}
      />
    </>
  );
}

interface PeriodFieldsProps extends PartProps {
  today: PlainDate;
  /** The last day that there is. */
  through?: PlainDate | null | undefined;
  /** Only the last day: a role that has begun began when it did. */
  onlyLast?: boolean | undefined;
}

/** From which day and through which. */
export function PeriodFields({ attempt, today, through = null, onlyLast = false }: PeriodFieldsProps) {
  const t = useTranslations('administration.fields');
  const problems = attempt?.problem.errors;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-4">
      {!onlyLast && (
        <Field name="from" label={t('from')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              className="max-w-44"
              type="date"
              defaultValue={attempt?.values['from'] ?? today}
            />
          )}
        </Field>
      )}
      <Field name="through" label={t('through')} hint={t('throughHint')} problems={problems} optional>
        {(control) => (
          <TextInput
            {...control}
            className="max-w-44"
            type="date"
            defaultValue={attempt?.values['through'] ?? through ?? ''}
          />
        )}
      </Field>
    </div>
  );
}
