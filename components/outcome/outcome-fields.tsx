import { useLocale, useTranslations } from 'next-intl';
import { SpellFields } from '#components/outcome/spell-fields.tsx';
import { Checkbox, RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { OUTCOME_TYPES, type OutcomeType } from '#lib/domain/compensation/types.ts';
import type { OutcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  readonly windows: OutcomeWindows | null;
  readonly today: PlainDate;
  /** What the agreement pays for; all types where nothing is said. */
  readonly types?: readonly OutcomeType[];
  /** The day of the signal where it is known, and not asked for. */
  readonly signalledOn?: PlainDate;
};

/** The fields of an outcome, with the days by which it counts said beside those that it hangs on. */
export function OutcomeFields(props: Props) {
  const { values, problems, windows, today, types = OUTCOME_TYPES, signalledOn } = props;
  const t = useTranslations('outcome.form');
  const words = useTranslations('outcome.type');
  const locale = useLocale();
  const last = (before: PlainDate): string => formatDate(addDays(before, -1), locale);
  const spells = Math.min(12, 1 + filledSpells(values));
  return (
    <>
      <RadioGroup
        name="type"
        legend={words('legend')}
        chosen={values['type']}
        problems={problems}
        options={types.map((type) => ({ value: type, label: words(type) }))}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field
          name="from"
          label={signalledOn === undefined ? t('from') : words('begins')}
          hint={windows === null ? t('noService') : t('fromHint', { day: last(windows.startBefore) })}
          problems={problems}
        >
          {(control) => <TextInput {...control} type="date" max={today} defaultValue={values['from']} />}
        </Field>
        {signalledOn === undefined && (
          <Field
            name="signalledOn"
            label={t('signalledOn')}
            hint={windows === null ? t('noService') : t('signalHint', { day: last(windows.signalBefore) })}
            problems={problems}
          >
            {(control) => (
              <TextInput {...control} type="date" max={today} defaultValue={values['signalledOn']} />
            )}
          </Field>
        )}
        <Field name="appliedOn" label={t('appliedOn')} hint={t('appliedHint')} problems={problems} optional>
          {(control) => <TextInput {...control} type="date" max={today} defaultValue={values['appliedOn']} />}
        </Field>
      </div>
      {Array.from({ length: spells }, (_, index) => (
        <SpellFields key={index} index={index} values={values} problems={problems} today={today} />
      ))}
      <p className="text-xs text-ink-3">{t('moreSpells')}</p>
      {(values['overFull'] !== undefined || problems.some(({ pointer }) => pointer === '/overFull')) && (
        <Checkbox
          name="overFull"
          label={t('overFull')}
          problems={problems}
          defaultChecked={values['overFull'] === 'on'}
        />
      )}
    </>
  );
}

/** How many rows something has been written in. */
function filledSpells(values: Readonly<Record<string, string>>): number {
  const filled = Object.entries(values)
    .filter(([name, value]) => /^spells\.\d+\.(from|employerName)$/.test(name) && value !== '')
    .map(([name]) => Number(name.split('.')[1]) + 1);
  return Math.max(0, ...filled);
}
