import { useLocale, useTranslations } from 'next-intl';
import { BasePayRules } from '#components/admin/base-pay-rules.tsx';
import { ResultPayRules } from '#components/admin/result-pay-rules.tsx';
import { SpeedBonusRules } from '#components/admin/speed-bonus-rules.tsx';
import { SupplementRules } from '#components/admin/supplement-rules.tsx';
import { WorkdayRules } from '#components/admin/workday-rules.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { PublishedAgreement } from '#lib/domain/admin/published-versions.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** One agreement version: everything about money that is agreed. */
export function AgreementView({ published }: { readonly published: PublishedAgreement }) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const { id, name, publishedOn, agreement } = published;
  return (
    <>
      <Breadcrumbs above={[{ href: '/admin/agreements', words: t('nav.agreements') }]} here={name} />
      <PageHeading title={name} lead={t('agreement.lead', { id, date: formatDate(publishedOn, locale) })} />
      <PageSection title={t('agreement.basePay')}>
        <BasePayRules basePay={agreement.basePay} />
      </PageSection>
      <PageSection title={t('agreement.resultPay')}>
        <ResultPayRules resultPay={agreement.resultPay} />
      </PageSection>
      <PageSection title={t('agreement.speedBonus')}>
        <SpeedBonusRules speedBonus={agreement.speedBonus} />
      </PageSection>
      <PageSection title={t('agreement.supplement')}>
        <SupplementRules supplement={agreement.supplement} />
      </PageSection>
      <PageSection title={t('agreement.rest')}>
        <WorkdayRules agreement={agreement} />
      </PageSection>
    </>
  );
}
