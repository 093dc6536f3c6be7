import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OwnPlanContent } from '#components/participant/own-plan-content.tsx';
import { FreeTextNote } from '#components/participant/own-words.tsx';
import { OwnPlanVersions } from '#components/participant/own-plan-versions.tsx';
import { useOwnProblems } from '#components/participant/own-problems.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { versionInForce } from '#lib/domain/activity/plan-version.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { OwnPlan } from '#lib/domain/participant/own-plan.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

type Props = {
  readonly plan: OwnPlan;
  readonly shown: StoredPlan;
  readonly today: PlainDate;
  /** A comment that could not be sent. */
  readonly attempt: KeptForm | null;
  /** The receipt of what was just sent, if anything. */
  readonly receipt: ReactNode;
  /** What the participant may say, and has said. */
  readonly comments: ReactNode;
};

/** The version that a participant meets first: the one in force, else the first that will be. */
export function shownVersion({ versions }: OwnPlan, today: PlainDate): StoredPlan | undefined {
  return versionInForce(versions, today) ?? versions.at(-1);
}

/** The joint plan as it holds now, and what the participant has to say about it. */
export function PlanPage({ plan, shown, today, attempt, receipt, comments }: Props) {
  const t = useTranslations('participant.plan');
  const own = useTranslations('own-plan');
  const locale = useLocale();
  const [latest] = plan.versions;
  const lead = t('lead', { provider: isolated(plan.provider, locale), date: formatDate(shown.from, locale) });
  return (
    <>
      <AttemptSummary attempt={useOwnProblems(attempt)} />
      {receipt}
      <PageHeading title={t('title')} lead={shown.derived ? undefined : lead}>
        <FreeTextNote />
        <p className="no-print mt-4 flex flex-wrap gap-3">
          <PrintButton>{own('print')}</PrintButton>
          <LinkAction look="plain" href="/participant/plan/share">
            {own('shareLink')}
          </LinkAction>
        </p>
      </PageHeading>
      <div className="grid gap-5">
        {shown.derived && <Notice>{t('derived')}</Notice>}
        {latest !== undefined && latest !== shown && latest.from > today && (
          <Notice
            action={
              <LinkAction big href={`/participant/plan/${latest.number}`}>
                {own('readComing')}
              </LinkAction>
            }
          >
            {own('comingVersion', { from: formatDate(latest.from, locale) })}
          </Notice>
        )}
        <OwnPlanContent plan={shown} />
        {comments}
        <OwnPlanVersions versions={plan.versions} shown={shown} />
      </div>
    </>
  );
}

/** Where there is no plan yet. */
export function NoPlanPage() {
  const t = useTranslations('participant.plan');
  return (
    <>
      <PageHeading title={t('title')} />
      <EmptyState action={<LinkAction href="/participant">{t('home')}</LinkAction>}>{t('empty')}</EmptyState>
    </>
  );
}
