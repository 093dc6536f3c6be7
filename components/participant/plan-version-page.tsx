import { useLocale, useTranslations } from 'next-intl';
import { OwnPlanChanges } from '#components/participant/own-plan-changes.tsx';
import { OwnPlanContent } from '#components/participant/own-plan-content.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { formatDate } from '#lib/shared/format-date.ts';

type Props = { readonly versions: readonly StoredPlan[]; readonly version: StoredPlan };

/** One version of the participant's plan, with what it changed. */
export function PlanVersionPage({ versions, version }: Props) {
  const t = useTranslations('own-plan');
  const locale = useLocale();
  const before = versions.find(({ number }) => number === version.number - 1);
  return (
    <>
      <PageHeading
        title={t('versionTitle', { number: version.number })}
        lead={t('versionLead', { date: formatDate(version.from, locale) })}
      >
        <p className="mt-2 text-ink-2">{t('swedish')}</p>
      </PageHeading>
      <div className="grid gap-5">
        <OwnPlanContent plan={version} />
        {before !== undefined && (
          <Card title={t('changes.title', { number: before.number })}>
            <OwnPlanChanges before={before} after={version} />
          </Card>
        )}
        <p className="no-print">
          <LinkAction big href="/participant/plan">
            {t('now')}
          </LinkAction>
        </p>
      </div>
    </>
  );
}
