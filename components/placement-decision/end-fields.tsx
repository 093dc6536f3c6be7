import { useTranslations } from 'next-intl';
import { EndKronor } from '#components/placement-decision/end-kronor.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import type { InterruptionFacts } from '#lib/domain/interruption-request/interruption-request.ts';
import { readEnd } from '#lib/domain/placement-decision/end-placement.ts';
import { causesOn } from '#lib/domain/placement-decision/interruption-cause.ts';
import type { PlacementDays } from '#lib/domain/placement-decision/placement-days.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  /** Of the fields' names: `answer.` in a case, nothing on the caseworker's own page. */
  readonly prefix: '' | 'answer.';
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
  /** What fills the fields in before anybody has typed. */
  readonly wished: { readonly lastDay: string; readonly cause: string };
  readonly days: PlacementDays;
  readonly today: PlainDate;
  readonly facts: Pick<InterruptionFacts, 'lastActivityOn' | 'money' | 'finalReportWorkdays'>;
};

/** The last day and the cause of an interruption, with the kronor of what stands in the fields. */
export function EndFields({ prefix, value, problems, wished, days, today, facts }: Props) {
  const t = useTranslations('interruption-request');
  // Every form has its version: where it comes back, the form was given back as it was typed.
  const isGivenBack = value('version') !== '';
  const typed = (name: 'lastDay' | 'cause') => (isGivenBack ? value(`${prefix}${name}`) : wished[name]);
  const [lastDay, cause] = [typed('lastDay'), typed('cause')];
  const given = { placement: days, lastActivityOn: facts.lastActivityOn, today };
  const read = readEnd({ lastDay, cause, despiteActivity: true }, given);
  return (
    <>
      <Field
        name={`${prefix}lastDay`}
        label={t('lastDay')}
        hint={t('lastDayHint')}
        problems={problems}
        className="max-w-80"
      >
        {(control) => (
          <TextInput
            {...control}
            type="date"
            min={days.from}
            max={addDays(days.to, -2)}
            defaultValue={lastDay}
          />
        )}
      </Field>
      <Field name={`${prefix}cause`} label={t('cause')} problems={problems} className="max-w-measure">
        {(control) => (
          <Select
            {...control}
            defaultValue={cause}
            empty={t('pickCause')}
            options={causesOn(today).map((code) => ({ value: code, label: t(`causes.${code}`) }))}
          />
        )}
      </Field>
      {read.ok ? (
        <EndKronor
          prefix={prefix}
          ended={read.value}
          facts={facts}
          isSeen={value(`${prefix}despiteActivity`) === 'true'}
          problems={problems}
          today={today}
        />
      ) : (
        <p className="text-ink-2">{t('kronor.first')}</p>
      )}
    </>
  );
}
