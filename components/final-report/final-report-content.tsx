import { useTranslations } from 'next-intl';
import { ActivityFacts } from '#components/final-report/activity-facts.tsx';
import { MainOccupationText } from '#components/final-report/main-occupation-text.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import {
  ACTIVITY_QUESTIONS,
  type FinalReport,
  type FinalReportFacts,
} from '#lib/domain/final-report/final-report.ts';
import { ASKED, type Question } from '#lib/domain/final-report/questions.ts';

type Props = {
  readonly content: FinalReport;
  /** What was done by the log or the reports; not there for who reads the report alone. */
  readonly facts?: Pick<FinalReportFacts, 'activities'>;
};

/** What a final report says, with the facts of each activity beside. */
export function FinalReportContent({ content, facts }: Props) {
  const t = useTranslations('final-report');
  const locale = useStaffLocale();
  const { main, activities, progress, next } = content;
  return (
    <div className="grid gap-8">
      <section>
        <h3 className="mb-2 font-bold">{t('main')}</h3>
        <MainOccupationText main={main} />
      </section>
      {activities.map((reported) => {
        const done = facts?.activities.find(({ activity }) => activity === reported.activity);
        return (
          <section key={reported.activity} className="break-inside-avoid border-t border-line pt-4">
            <h3 className="font-bold">{activityName(reported.activity, locale)}</h3>
            {done !== undefined && <ActivityFacts activity={done} />}
            <dl className="mt-3 grid gap-3">
              {ACTIVITY_QUESTIONS.map((question) => (
                <AnswerText key={question} question={question} text={reported[question]} />
              ))}
            </dl>
          </section>
        );
      })}
      <section className="border-t border-line pt-4">
        <h3 className="mb-3 font-bold">{t('whole')}</h3>
        <dl className="grid gap-3">
          <AnswerText question="progress" text={progress} />
          <AnswerText question="next" text={next === '' ? t('noNext') : next} />
        </dl>
      </section>
    </div>
  );
}

function AnswerText({ question, text }: { readonly question: Question; readonly text: string }) {
  const locale = useStaffLocale();
  return (
    <div>
      <dt className="text-sm text-ink-2 print:text-[1em]">{ASKED[question].question[locale]}</dt>
      <dd className="max-w-measure whitespace-pre-line">{text}</dd>
    </div>
  );
}
