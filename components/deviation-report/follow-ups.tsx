import { useTranslations } from 'next-intl';
import { shownFor, shownWhereAsked } from '#components/deviation-report/shown-for.ts';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import {
  ASKED,
  CHOICES,
  type ChosenFollowUp,
  DEVIATION_CAUSES,
} from '#lib/domain/deviation-report/deviation.ts';
import {
  followUpAnswer,
  followUpName,
  followUpQuestion,
  TOLD_FOLLOW_UPS,
  type ToldFollowUp,
} from '#lib/domain/deviation-report/follow-up-words.ts';
import { LONGEST_ANSWER } from '#lib/domain/deviation-report/read-deviation.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
};

const CHOSEN: readonly ChosenFollowUp[] = ['otherKind', 'reached', 'notified'];

/** What is asked further about the cause that is chosen; the questions of others are there, but not seen. */
export function FollowUps({ value, problems }: Props) {
  const locale = useStaffLocale();
  return (
    <>
      {CHOSEN.map((name) => (
        <div key={name} className={shownWhereAsked(name)}>
          <RadioGroup
            name={`content.${name}`}
            legend={
              <>
                {followUpName(name, locale)}
                {name === 'notified' && <Optional />}
              </>
            }
            chosen={value(`content.${name}`)}
            problems={problems}
            options={CHOICES[name].map((answer) => ({
              value: answer,
              label: followUpAnswer(name, answer, locale),
            }))}
          />
        </div>
      ))}
      {TOLD_FOLLOW_UPS.map((name) => (
        <div key={name} className={shownWhereAsked(name)}>
          <Field name={`content.${name}`} label={<Question name={name} />} problems={problems}>
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                maxLength={LONGEST_ANSWER}
                defaultValue={value(`content.${name}`)}
              />
            )}
          </Field>
        </div>
      ))}
    </>
  );
}

/** The question in the words of the cause that is chosen. */
function Question({ name }: { readonly name: ToldFollowUp }) {
  const locale = useStaffLocale();
  return DEVIATION_CAUSES.filter((cause) => ASKED[cause][name] !== undefined).map((cause) => (
    <span key={cause} className={shownFor(cause)}>
      <span>
        {followUpQuestion(name, cause, locale)}
        {ASKED[cause][name] === 'may' && <Optional />}
      </span>
    </span>
  ));
}

function Optional() {
  const t = useTranslations('ui');
  return <span className="font-normal text-ink-3"> ({t('optional')})</span>;
}
