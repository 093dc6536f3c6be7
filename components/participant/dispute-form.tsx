import { useLocale, useTranslations } from 'next-intl';
import { disputeHref } from '#components/participant/dispute-href.ts';
import { AnswerOf } from '#components/participant/give-confirmed.tsx';
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
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
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
  readonly disputing: Disputing;
};

/** The day of an activity as it is said, or that it is of the whole month. */
export function useDayOf({ date }: OwnActivity): string {
  const t = useTranslations('checks.answers');
  const locale = useLocale();
  return date === null ? t('whole') : dateInWords(date, locale, 'day');
}

/** What is not right about one activity. */
export function DisputeForm({ own, activity, disputing: { formKey, attempt } }: Props) {
  const t = useTranslations('checks.answers');
  const name = useTranslations('participant')(`activity.${activity.activity}`);
  const day = useDayOf(activity);
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  return (
    <form
      id="dispute"
      method="post"
      action="/api/participant/activity-answers"
      className="mt-6 grid max-w-measure gap-5 border-t border-line pt-4"
      aria-labelledby="dispute-about"
    >
      <FormBasis
        formKey={attempt?.idempotencyKey ?? formKey}
        back={disputeHref(own, activity).split('#')[0] ?? ''}
      />
      <h4 id="dispute-about">{t('dispute.about', { activity: name, day })}</h4>
      <AnswerOf own={own} activity={activity} />
      <input type="hidden" name="answer" value="disputed" />
      <RadioGroup
        name="cause"
        legend={t('dispute.title')}
        hint={t('dispute.cause')}
        chosen={typed?.['cause']}
        problems={problems}
        options={DISPUTE_CAUSES.map((cause) => ({ value: cause, label: t(`dispute.${cause}`) }))}
      />
      <Field name="words" label={t('dispute.words')} hint={t('dispute.hint')} problems={problems} optional>
        {(control) => <TextArea {...control} maxLength={LONGEST_WORDS} defaultValue={typed?.['words']} />}
      </Field>
      <p className="flex flex-wrap items-center gap-4">
        <Button look="go" big>
          {t('dispute.submit')}
        </Button>
        <TextLink href="/participant/reports" className="inline-flex min-h-(--target) items-center">
          {t('closed')}
        </TextLink>
      </p>
    </form>
  );
}
