import { useLocale, useTranslations } from 'next-intl';
import type { DecisionFieldsProps } from '#components/document/document-decision.tsx';
import { CourseTable } from '#components/signal/course-table.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { coursesOf, type Signal, type SignalDecision, type SignalFacts } from '#lib/domain/signal/signal.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What becomes of the placement, with the kronor of either course. */
export function SignalDecisionFields({
  page,
  value,
  problems,
}: DecisionFieldsProps<Signal, SignalFacts, SignalDecision>) {
  const t = useTranslations('signal');
  const locale = useLocale();
  const { document, placement, facts } = page;
  const courses = coursesOf(document.content, placement);
  const { kronor } = facts;
  return (
    <>
      {kronor !== null && (
        <CourseTable
          end={kronor.end}
          goesOn={kronor.goesOn}
          beside={courses.includes('ended') ? 'ended' : 'goesOn'}
        />
      )}
      <RadioGroup
        name="answer.course"
        legend={t('course')}
        hint={t('courseHint')}
        chosen={courses.length === 1 ? courses[0] : value('answer.course')}
        problems={problems}
        ruled
        options={courses.map((course) => ({
          value: course,
          label: t(`courses.${course}`, { day: formatDate(document.content.from, locale) }),
          hint: t(`courseHints.${course}`, { day: formatDate(addDays(placement.to, -1), locale) }),
        }))}
      />
    </>
  );
}

/** What was decided of the placement. */
export function SignalDecided({ decision }: { readonly decision: SignalDecision }) {
  const t = useTranslations('signal.decided');
  const locale = useLocale();
  const { course, endsOn } = decision;
  if (course === null) return null;
  return (
    <p className="mt-3 font-medium">
      {t(course, { day: endsOn === null ? '' : formatDate(endsOn, locale) })}
    </p>
  );
}
