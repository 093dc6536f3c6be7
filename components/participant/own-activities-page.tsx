import { useTranslations } from 'next-intl';
import { activitiesPath } from '#components/participant/activities-path.ts';
import type { AnsweringProps } from '#components/participant/own-activity.tsx';
import { OwnMonthPart } from '#components/participant/own-month.tsx';
import { useOwnProblems } from '#components/participant/own-problems.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { OwnActivities } from '#lib/domain/activity-answer/activity-answer.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** What can be said above the list of what was just sent. */
export const SAID_OF_ACTIVITIES = ['confirmed', 'disputed', 'held', 'withdrawn', 'stillHeld'] as const;

type Props = Omit<AnsweringProps, 'page'> & {
  readonly own: OwnActivities;
  readonly said: (typeof SAID_OF_ACTIVITIES)[number] | null;
  /** The month that was just answered: it stands open, with what was said. */
  readonly saidOf: string | null;
  readonly attempt: KeptForm | null;
};

/** What providers have logged of the participant, month by month; nobody needs to answer. */
export function OwnActivitiesPage({
  own: { months, page, pages },
  said,
  saidOf,
  attempt,
  formKey,
  disputing,
}: Props) {
  const t = useTranslations('own-activities');
  return (
    <>
      <AttemptSummary attempt={useOwnProblems(attempt)} />
      <PageHeading title={t('title')} lead={t('lead')}>
        <p className="mt-2 max-w-lead">{t('free')}</p>
      </PageHeading>
      {said !== null && attempt === null && (
        <Notice tone="ok" title={t(`done.${said}`)} className="mb-6">
          {t('done.change')}
        </Notice>
      )}
      {months.length === 0 && <EmptyState>{t('empty')}</EmptyState>}
      <div className="grid gap-4">
        {months.map((month, index) => (
          <OwnMonthPart
            key={`${month.month} ${month.placementId}`}
            own={month}
            open={saidOf === null ? index === 0 : month.month === saidOf}
            isAnswered={month.month === saidOf}
            page={page}
            formKey={formKey}
            disputing={disputing}
          />
        ))}
      </div>
      <Pagination page={page} pages={pages} hrefOf={(to) => activitiesPath({ page: to })} />
      <p className="no-print mt-8">
        <LinkAction big href="/participant/reports">
          {t('reports')}
        </LinkAction>
      </p>
    </>
  );
}
