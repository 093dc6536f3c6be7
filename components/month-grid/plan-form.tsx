import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { minutesOfActivity } from '#components/month-grid/row-minutes.ts';
import type { RowView } from '#components/month-grid/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { type ActivityCode, activityName } from '#lib/domain/activity/activity.ts';
import { MINUTES_FIELDS, partsOf } from '#lib/domain/month-grid/grid-field.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = { readonly view: RowView; readonly activity: ActivityCode };
type Planned = { readonly purpose: string; readonly goal: string };

/**
 * An activity outside the plan, mended where it stands: put into the plan with why and what for, or its time taken away.
 * It stands within the grid's form, so it is none of its own: its button asks, and Enter in its fields does too.
 */
export function PlanForm({ view, activity }: Props) {
  const t = useTranslations('month-grid.plan');
  const locale = useStaffLocale();
  const { store } = useGridTools();
  const { placementId, participantName: name } = view.row.row;
  const { register, handleSubmit, formState } = useForm<Planned>({
    defaultValues: { purpose: '', goal: '' },
  });
  const words = activityName(activity, locale);
  const id = `plan-${placementId}-${activity}`;
  const add = handleSubmit(({ purpose, goal }) => {
    store.addToPlan(placementId, { activity, purpose: purpose.trim(), goal: goal.trim() });
    focusRow(placementId);
  });
  const remove = (): void => {
    const fields = MINUTES_FIELDS.filter((field) => partsOf(field).activity === activity);
    store.edit(fields.map((field) => ({ placementId, field, text: '' })));
    focusRow(placementId);
  };
  const onEnter = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void add();
  };
  const problems: readonly FieldProblem[] = (['purpose', 'goal'] as const).flatMap((field) => {
    const message = formState.errors[field]?.message;
    return message === undefined ? [] : [{ pointer: `/${id}/${field}`, code: 'missing', message }];
  });
  return (
    <fieldset className="grid-fix" aria-labelledby={id}>
      <div>
        <h3 id={id}>{t('title', { activity: words })}</h3>
        <p className="mt-1 max-w-measure text-ink-2">
          {t('text', {
            activity: words.toLocaleLowerCase(locale),
            time: hoursAsClock(minutesOfActivity(view.typed, activity)),
          })}
        </p>
      </div>
      <div className="grid gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          {(['purpose', 'goal'] as const).map((field) => (
            <Field key={field} name={`${id}.${field}`} label={t(field, { name })} problems={problems}>
              {(control) => (
                <TextInput
                  {...control}
                  autoComplete="off"
                  maxLength={500}
                  onKeyDown={onEnter}
                  {...register(field, {
                    validate: (text) => text.trim() !== '' || t(`${field}Missing`),
                  })}
                  // The grid's own form does not carry it.
                  form="none"
                />
              )}
            </Field>
          ))}
        </div>
        {view.notAdded.map(({ code, message, fix }) => (
          <Status key={code} tone="stop" reason={fix}>
            {message}
          </Status>
        ))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button look="go" type="button" icon="plus" onClick={() => void add()}>
            {t('submit')}
          </Button>
          <Button look="quiet" type="button" onClick={remove}>
            {t('remove')}
          </Button>
          <small className="text-ink-2">{t('sees')}</small>
        </div>
      </div>
    </fieldset>
  );
}

/** The form goes away when its fault is mended: the keyboard goes on from the row. */
function focusRow(placementId: string): void {
  document.querySelector<HTMLElement>(`[aria-controls="row-${placementId}"]`)?.focus();
}
