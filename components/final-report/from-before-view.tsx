import { useTranslations } from 'next-intl';
import { FinalReportContent } from '#components/final-report/final-report-content.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import type { FromBefore, HandedOnPlan } from '#lib/domain/final-report/handing-on.ts';
import { aimName } from '#lib/domain/plan/plan-aim.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What the next coach may read from the provider before, and why not where they may not. */
export function FromBeforeView({ before }: { readonly before: FromBefore }) {
  const t = useTranslations('final-report');
  const words = useTranslations('document.form');
  const locale = useStaffLocale();
  const { placementId, participantName: name, provider, effectiveOn, report, plan } = before;
  const day = formatDate(addDays(effectiveOn, -1), locale);
  return (
    <>
      <Breadcrumbs
        above={[
          { href: '/provider/participants', words: words('participants') },
          { href: `/provider/participants/${placementId}`, words: name },
        ]}
        here={t('before.title')}
      />
      <PageHeading
        title={t('before.title')}
        lead={provider === null ? undefined : t('before.lead', { name })}
      />
      {provider !== null && <p className="font-medium">{t('before.from', { provider, day })}</p>}
      <PageSection
        title={t('before.report')}
        note={
          report === null ? undefined : t('before.approvedOn', { day: formatDate(report.approvedOn, locale) })
        }
      >
        {report === null ? (
          <NotHere shared={before.isReportShared} otherwise={t('before.notYet')} />
        ) : (
          <>
            <Card>
              <FinalReportContent content={report.content} />
            </Card>
            <div className="no-print mt-4">
              <PrintButton>{t('beside.print')}</PrintButton>
            </div>
          </>
        )}
      </PageSection>
      <PageSection title={t('before.plan')}>
        {plan === null ? (
          <NotHere shared={before.isPlanShared} otherwise={t('before.noPlan')} />
        ) : (
          <PlanBefore plan={plan} />
        )}
      </PageSection>
    </>
  );
}

function NotHere({ shared, otherwise }: { readonly shared: boolean; readonly otherwise: string }) {
  const t = useTranslations('final-report.before');
  return (
    <Notice className="max-w-[880px]" title={shared ? undefined : t('notShared')}>
      {shared ? otherwise : t('askParticipant')}
    </Notice>
  );
}

function PlanBefore({ plan: { from, aim, field, goal, activities } }: { readonly plan: HandedOnPlan }) {
  const t = useTranslations('final-report.before');
  const locale = useStaffLocale();
  return (
    <Card>
      <p className="mb-3 text-sm text-ink-2">{t('planFrom', { day: formatDate(from, locale) })}</p>
      <DescriptionList
        facts={[
          ...(aim === null ? [] : [{ term: t('aim'), detail: aimName(aim, locale) }]),
          ...(field === '' ? [] : [{ term: t('field'), detail: field }]),
          { term: t('goal'), detail: goal },
          ...activities.map((one) => ({
            term: activityName(one.activity, locale),
            detail: [one.purpose, one.goal].filter((text) => text !== '').join(' ') || '–',
          })),
        ]}
      />
    </Card>
  );
}
