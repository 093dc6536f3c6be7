import { useTranslations } from 'next-intl';
import { DocumentFacts } from '#components/participant/document/facts.tsx';
import { OwnWords, SwedishText } from '#components/participant/own-words.tsx';
import {
  ACTIVITY_QUESTIONS,
  type FinalReport,
  type MainOccupation,
} from '#lib/domain/final-report/final-report.ts';

/** What a final report says: what the participant does now, each activity, and the whole time. */
export function OwnFinalReport({ content }: { readonly content: FinalReport }) {
  const t = useTranslations('own-documents.final');
  const activityName = useTranslations('participant.activity');
  const { main, activities, progress, next } = content;
  return (
    <div className="grid gap-6">
      <section>
        <h3 className="mb-1">{t('main')}</h3>
        <MainOccupationText main={main} />
      </section>
      {activities.map((reported) => (
        <section key={reported.activity} className="border-t border-line pt-4">
          <h3 className="mb-2">{activityName(reported.activity)}</h3>
          <DocumentFacts
            facts={ACTIVITY_QUESTIONS.map((question) => ({ term: t(question), text: reported[question] }))}
          />
        </section>
      ))}
      <section className="border-t border-line pt-4">
        <h3 className="mb-2">{t('whole')}</h3>
        <DocumentFacts
          facts={[
            { term: t('progress'), text: progress },
            next === '' ? { term: t('next'), said: t('noNext') } : { term: t('next'), text: next },
          ]}
        />
      </section>
    </div>
  );
}

function MainOccupationText({ main }: { readonly main: MainOccupation }) {
  const t = useTranslations('own-documents.final');
  const title = <p className="font-medium">{t(`occupations.${main.occupation}`)}</p>;
  switch (main.occupation) {
    case 'work':
      return (
        <>
          {title}
          <ul>
            {main.jobs.map(({ field, group, form, extent }) => (
              <li key={`${field} ${group} ${form} ${extent}`}>
                {t.rich('job', {
                  group,
                  field,
                  form: t(`forms.${form}`),
                  extent,
                  text: (words) => <OwnWords>{words}</OwnWords>,
                })}
              </li>
            ))}
          </ul>
        </>
      );
    case 'studies':
      return (
        <>
          {title}
          <p>
            {t.rich('study', {
              programme: main.programme,
              level: t(`levels.${main.level}`),
              weeks: main.weeks,
              text: (words) => <OwnWords>{words}</OwnWords>,
            })}
          </p>
        </>
      );
    case 'switched':
      return title;
    case 'seeking':
    case 'other':
      return (
        <>
          {title}
          <SwedishText>{main.text}</SwedishText>
        </>
      );
  }
}
