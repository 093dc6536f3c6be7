import { useLocale, useTranslations } from 'next-intl';
import { OwnPlanContent } from '#components/participant/own-plan-content.tsx';
import { PlanChangesList } from '#components/plan-version/plan-changes.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { formatDate } from '#lib/shared/format-date.ts';

type Props = { readonly versions: readonly StoredPlan[]; readonly version: StoredPlan };

/** One version of the participant's plan, with what it changed. */
export function PlanVersionPage({ versions, version }: Props) {
  const t = useTranslations('plan');
  const participant = useTranslations('participant');
  const locale = useLocale();
  const before = versions.find(({ number }) => number === version.number - 1);
  return (
    <>
      <PageHeading
        title={t('own.versionTitle', { number: version.number })}
        lead={t('own.versionLead', { date: formatDate(version.from, locale) })}
      />
      <div className="grid gap-5">
        <OwnPlanContent plan={version} />
        {before !== undefined && (
          <Card title={t('changes.title', { number: before.number })}>
            <PlanChangesList
              before={before}
              after={version}
              nameOf={(activity) => participant(`activity.${activity}`)}
            />
          </Card>
        )}
        <p>
          <LinkAction big icon="left" href="/participant/plan">
            {t('own.now')}
          </LinkAction>
        </p>
      </div>
    </>
  );
}
