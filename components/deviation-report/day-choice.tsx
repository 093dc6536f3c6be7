import { useLocale, useTranslations } from 'next-intl';
import { BIG_CHOICE } from '#components/deviation-report/big-choice.ts';
import { shownFor } from '#components/deviation-report/shown-for.ts';
import { cx } from '#components/ui/class-names.ts';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { OTHER_DAY } from '#lib/domain/deviation-report/typed-deviation.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly today: PlainDate;
  /** The placement's service days, half-open. */
  readonly service: { readonly from: PlainDate; readonly to: PlainDate };
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
  /** Never several days, whatever the cause. */
  readonly oneDay?: boolean;
};

/** The day that stands there before anything is chosen: today, or the last day of a placement that has ended. */
export function firstProposal({ today, service }: Pick<Props, 'today' | 'service'>): PlainDate {
  return today < service.to ? today : addDays(service.to, -1);
}

/** The day: one press for the days that it mostly is; several days where somebody is sick. */
export function DayChoice({ today, service, value, problems, oneDay = false }: Props) {
  const t = useTranslations('deviation-report');
  const locale = useLocale();
  const days = [today, addDays(today, -1)].filter((day) => day >= service.from && day < service.to);
  const proposed = firstProposal({ today, service });
  const typed = value('content.from') === '' ? proposed : value('content.from');
  const isListed = days.some((day) => day === typed);
  const other = value('content.otherDay') === '' && typed !== OTHER_DAY ? typed : value('content.otherDay');
  const id = fieldId('content.from');
  const own = problems.filter(({ pointer }) => fieldId(pointer) === id);
  return (
    <div className="group/day grid gap-3">
      <fieldset className={cx('min-w-0', own.length > 0 && 'field-wrong')}>
        <legend className="mb-1 font-medium">{t('day')}</legend>
        <FieldError id={`${id}-error`} problems={own} />
        <div className="grid gap-2 sm:grid-cols-3">
          {days.map((day) => (
            <DayOption
              key={day}
              value={day}
              chosen={day === typed}
              label={t(day === today ? 'today' : 'yesterday')}
              words={dateInWords(day, locale, 'short')}
            />
          ))}
          <DayOption value={OTHER_DAY} chosen={!isListed} label={t('otherDay')} words="" />
        </div>
      </fieldset>
      <div className="hidden group-has-[[value=other]:checked]/day:block">
        <Field name="content.otherDay" label={t('whichDay')} problems={problems} className="max-w-60">
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={service.from}
              max={today}
              defaultValue={isListed ? '' : other}
            />
          )}
        </Field>
      </div>
      {!oneDay && (
        <div className={shownFor('sick')}>
          <Field
            name="content.through"
            label={t('through')}
            hint={t('throughHint')}
            problems={problems}
            className="max-w-60"
            optional
          >
            {(control) => (
              <TextInput
                {...control}
                type="date"
                min={service.from}
                max={today}
                defaultValue={value('content.through')}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  );
}

type OptionProps = {
  readonly value: string;
  readonly chosen: boolean;
  readonly label: string;
  readonly words: string;
};

function DayOption({ value, chosen, label, words }: OptionProps) {
  return (
    <label className={BIG_CHOICE}>
      <input
        type="radio"
        name="content.from"
        value={value}
        defaultChecked={chosen}
        id={chosen ? fieldId('content.from') : undefined}
      />
      <span>
        <span className="choice-label">{label}</span>{' '}
        {words !== '' && <span className="text-ink-2">{words}</span>}
      </span>
    </label>
  );
}
