import { useTranslations } from 'next-intl';
import { PlanContent } from '#components/participants/plan-content.tsx';
import { PlanVersionLinks } from '#components/participants/plan-version-links.tsx';
import { PlanChangesList } from '#components/plan-version/plan-changes.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import type { PlacementPlan, StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly plan: PlacementPlan;
  readonly version: StoredPlan;
  readonly today: PlainDate;
};

/** One version of the plan, to be read and printed, with what it changed. */
export function PlanVersionView({ plan, version, today }: Props) {
  const t = useTranslations('plan');
  const list = useTranslations('participants');
  const locale = useStaffLocale();
  const { placementId, participantName: name, versions } = plan;
  const before = versions.find(({ number }) => number === version.number - 1);
  const title = t('page.title', { number: version.number });
  return (
    <>
      <Breadcrumbs
        above={[
          { href: '/provider/participants', words: list('list.title') },
          { href: `/provider/participants/${placementId}`, words: name },
        ]}
        here={title}
      />
      <PageHeading
        title={title}
        lead={t('page.lead', { name, from: formatDate(version.from, locale) })}
        aside={<PrintButton>{t('page.print')}</PrintButton>}
      />
      <div className="grid max-w-[960px] gap-6">
        {version.derived && <Notice tone="wait">{list('plan.derived')}</Notice>}
        <Card>
          <PlanContent plan={version} />
        </Card>
        {before !== undefined && (
          <Card title={t('changes.title', { number: before.number })}>
            <PlanChangesList
              before={before}
              after={version}
              nameOf={(activity) => activityName(activity, locale)}
            />
          </Card>
        )}
        <PlanVersionLinks placementId={placementId} versions={versions} today={today} />
      </div>
    </>
  );
}
