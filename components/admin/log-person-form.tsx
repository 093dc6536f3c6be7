import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { AUDIT_REASONS } from '#lib/domain/admin/audit-log.ts';

/** A search by identity number: the number is sent in the form's body and stands in no address. */
export function LogPersonForm() {
  const t = useTranslations('admin.log');
  return (
    <form
      method="post"
      action="/api/admin/log/participant"
      aria-label={t('byNumber')}
      className="flex flex-wrap items-end gap-4"
    >
      <Field name="identityNumber" label={t('identityNumber')} className="sm:w-80">
        {(control) => (
          <TextInput {...control} inputMode="numeric" autoComplete="off" maxLength={20} required />
        )}
      </Field>
      <Field name="reason" label={t('reason')} className="sm:w-60">
        {(control) => (
          <Select
            {...control}
            required
            empty={t('anyReason')}
            options={AUDIT_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
          />
        )}
      </Field>
      <Button look="line">{t('findPerson')}</Button>
    </form>
  );
}
