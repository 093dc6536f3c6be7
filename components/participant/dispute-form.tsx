import { useTranslations } from 'next-intl';
import { aboutOf, activitiesPath } from '#components/participant/activities-path.ts';
import { AnswerOf } from '#components/participant/answer-of.tsx';
import { useOwnProblems } from '#components/participant/own-problems.ts';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import {
  DISPUTE_CAUSES,
  LONGEST_WORDS,
  type OwnActivity,
  type OwnMonth,
} from '#lib/domain/activity-answer/activity-answer.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** The dispute that is open: of which activity, and what was typed where it could not be sent. */
export type Disputing = {
  readonly about: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

type Props = {
  readonly own: OwnMonth;
  readonly activity: OwnActivity;
  readonly page: number;
  readonly disputing: Disputing;
};

/** What is not right about one activity, and what saying so leads to. */
export function DisputeForm({ own, activity, page, disputing: { formKey, attempt } }: Props) {
  const t = useTranslations('own-activities.dispute');
  const kept = useOwnProblems(attempt);
  const problems = kept?.problem.errors;
  const typed = kept?.values;
  return (
    <form
      id="dispute"
      method="post"
      action="/api/participant/activity-answers"
      className="mt-4 grid max-w-measure scroll-mt-4 gap-5 border-s-4 border-accent ps-4"
    >
      <FormBasis
        formKey={kept?.idempotencyKey ?? formKey}
        back={activitiesPath({ page, dispute: aboutOf(own, activity) })}
      />
      <AnswerOf own={own} activity={activity} answer="disputed" />
      <RadioGroup
        name="cause"
        legend={t('title')}
        hint={t('causeHint')}
        chosen={typed?.['cause']}
        problems={problems}
        options={DISPUTE_CAUSES.map((cause) => ({ value: cause, label: t(cause) }))}
      />
      <Field name="words" label={t('words')} hint={t('wordsHint')} problems={problems} optional>
        {(control) => <TextArea {...control} maxLength={LONGEST_WORDS} defaultValue={typed?.['words']} />}
      </Field>
      <div>
        <p className="font-medium">{t('nextTitle')}</p>
        <p>{t(own.settled ? 'nextSettled' : 'next')}</p>
      </div>
      <p className="flex flex-wrap items-center gap-4">
        <Button look="go" big>
          {t('submit')}
        </Button>
        <TextLink href={activitiesPath({ page })} className="inline-flex min-h-(--target) items-center">
          {t('close')}
        </TextLink>
      </p>
    </form>
  );
}
