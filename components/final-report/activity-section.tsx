import { useTranslations } from 'next-intl';
import { AnswerField } from '#components/final-report/answer-field.tsx';
import { ActivityFacts } from '#components/final-report/activity-facts.tsx';
import { FormSection } from '#components/final-report/form-section.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_QUESTIONS, type DoneActivity } from '#lib/domain/final-report/final-report.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly activity: DoneActivity;
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
};

/** An activity that was done: its facts, and what was done, worked and did not. */
export function ActivitySection({ activity, value, problems }: Props) {
  const t = useTranslations('final-report');
  const name = activityName(activity.activity, useStaffLocale());
  const planned = [activity.purpose ?? '', activity.goal ?? ''].filter((text) => text !== '');
  return (
    <FormSection
      id={`section-${activity.activity}`}
      title={name}
      lead={<ActivityFacts activity={activity} />}
    >
      {ACTIVITY_QUESTIONS.map((question) => (
        <AnswerField
          key={question}
          name={`content.activities.${activity.activity}.${question}`}
          question={question}
          part={name}
          planned={planned}
          value={value}
          problems={problems}
          {...(question === 'notWorked' ? { hint: t('notWorkedHint') } : {})}
        />
      ))}
    </FormSection>
  );
}
