import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What is offered: fine where little is planned, coarse where much is. */
const OFFERED = [
  15, 30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 480, 600, 720, 900, 1200, 1500, 1800, 2100, 2400,
];

type Props = {
  readonly name: string;
  /** The activity, for those who hear the label alone. */
  readonly of?: string;
  readonly chosen: string | undefined;
  readonly problems: readonly FieldProblem[] | undefined;
};

/** How much of an activity is meant a week, where that is decided. */
export function MinutesPerWeek({ name, of, chosen, problems }: Props) {
  const t = useTranslations('plan.form');
  const locale = useStaffLocale();
  const already = Number(chosen ?? '');
  const minutes =
    OFFERED.includes(already) || !(already > 0) ? OFFERED : [...OFFERED, already].toSorted((a, b) => a - b);
  const label = (
    <>
      {t('minutesPerWeek')}
      {of !== undefined && <span className="sr-only"> {of}</span>}
    </>
  );
  return (
    <Field name={name} label={label} optional problems={problems} className="sm:max-w-60">
      {(control) => (
        <Select
          {...control}
          defaultValue={chosen ?? ''}
          empty={t('minutesOpen')}
          options={minutes.map((each) => ({ value: String(each), label: formatHours(each, locale) }))}
        />
      )}
    </Field>
  );
}
