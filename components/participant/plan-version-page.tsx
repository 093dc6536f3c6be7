import { useLocale, useTranslations } from 'next-intl';
import { OwnPlanChanges } from '#components/participant/own-plan-changes.tsx';
import { OwnPlanContent } from '#components/participant/own-plan-content.tsx';
import { FreeTextNote } from '#components/participant/own-words.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { formatDate } from '#lib/shared/format-date.ts';

type Props = {
  readonly version: StoredPlan;
  /** The version that it replaced; null for the first. */
  readonly before: StoredPlan | null;
};

/** One version of the participant's plan, with what it changed. */
export function PlanVersionPage({ version, before }: Props) {
  const t = useTranslations('own-plan');
  const locale = useLocale();
  return (
    <>
      <PageHeading
        title={t('versionTitle', { number: version.number })}
        lead={t('versionLead', { date: formatDate(version.from, locale) })}
      >
        <FreeTextNote />
      </PageHeading>
      <div className="grid gap-5">
        <OwnPlanContent plan={version} />
        {before !== null && (
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
