import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { MinutesPerWeek } from '#components/participants/minutes-per-week.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { type ActivityCode, activityName, MANDATORY_ACTIVITIES } from '#lib/domain/activity/activity.ts';
import type { PlannedActivity } from '#lib/domain/activity/plan-version.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly activity: ActivityCode;
  readonly index: number;
  readonly planned: PlannedActivity | undefined;
  readonly typed: KeptForm['values'] | undefined;
  readonly problems: readonly FieldProblem[];
};

const LABELS = { purpose: 'purpose', goal: 'aim' } as const;
const HINTS = { purpose: 'purposeHint', goal: 'aimHint' } as const;

/** One category of activity: in the plan or not, and where it is, why and to what end. */
export function PlanActivityFields({ activity, index, planned, typed, problems }: Props) {
  const t = useTranslations('participants.plan.form');
  const locale = useStaffLocale();
  const name = `activities.${index}`;
  const words = activityName(activity, locale);
  const isMandatory = MANDATORY_ACTIVITIES.includes(activity);
  const chosen = typed === undefined ? planned !== undefined : typed[`${name}.activity`] === activity;
  return (
    <div className="group border-t border-line py-2">
      {isMandatory ? (
        <p className="py-1.5">
          <input type="hidden" name={`${name}.activity`} value={activity} />
          <b>{words}</b> <span className="text-xs text-ink-3">{t('always')}</span>
        </p>
      ) : (
        <>
          {/* Says that it is left out, where the box is not ticked. */}
          <input type="hidden" name={`${name}.activity`} value="" />
          <label className="choice">
            <input type="checkbox" name={`${name}.activity`} value={activity} defaultChecked={chosen} />
            <span className="choice-label">{words}</span>
          </label>
        </>
      )}
      <div
        className={`gap-x-6 gap-y-3 pb-3 sm:grid-cols-2 sm:ps-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_10rem] ${isMandatory ? 'grid' : 'hidden group-has-[input:checked]:grid'}`}
      >
        {(['purpose', 'goal'] as const).map((part) => (
          <Field
            key={part}
            name={`${name}.${part}`}
            label={
              <>
                {t(LABELS[part])}
                <span className="sr-only"> {words}</span>
              </>
            }
            hint={t(HINTS[part])}
            problems={problems}
          >
            {(control) => (
              <TextInput
                {...control}
                maxLength={500}
                defaultValue={typed?.[`${name}.${part}`] ?? planned?.[part]}
              />
            )}
          </Field>
        ))}
        <MinutesPerWeek
          name={`${name}.minutesPerWeek`}
          of={words}
          chosen={typed?.[`${name}.minutesPerWeek`] ?? planned?.minutesPerWeek?.toString()}
          problems={problems}
        />
      </div>
    </div>
  );
}
