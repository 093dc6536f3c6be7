import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select } from '#components/ui/inputs.tsx';
import type { Coach } from '#lib/domain/placement/placed-participant.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly coaches: readonly Coach[];
  readonly back: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
  /** The rows with their boxes. */
  readonly children: ReactNode;
};

/** Gives the ticked participants a coach. */
export function AssignCoachForm({ coaches, back, formKey, attempt, children }: Props) {
  const t = useTranslations('participants.assign');
  const problems = attempt?.problem.errors ?? [];
  const own = problems.filter(({ pointer }) => pointer.startsWith('/placements'));
  return (
    <form method="post" action="/api/provider/coach">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={back} />
      <div
        id={fieldId('placements')}
        tabIndex={own.length > 0 ? -1 : undefined}
        className={own.length > 0 ? 'field-wrong' : undefined}
      >
        <FieldError id="placements-error" problems={own} />
        {children}
      </div>
      <div className="mt-6 flex flex-wrap items-end gap-x-4 gap-y-3 border-t border-line pt-6 no-print">
        <Field name="coachPersonId" label={t('coach')} problems={problems} className="w-full sm:w-80">
          {(control) => (
            <Select
              {...control}
              defaultValue={attempt?.values['coachPersonId'] ?? ''}
              empty={t('pick')}
              options={coaches.map(({ personId, name, placements }) => ({
                value: personId,
                label: t('option', { name, placements }),
              }))}
            />
          )}
        </Field>
        <Button look="go">{t('submit')}</Button>
      </div>
    </form>
  );
}
