import { useTranslations } from 'next-intl';
import { BasePayRules } from '#components/admin/base-pay-rules.tsx';
import { ResultPayRules } from '#components/admin/result-pay-rules.tsx';
import { SpeedBonusRules } from '#components/admin/speed-bonus-rules.tsx';
import { SupplementRules } from '#components/admin/supplement-rules.tsx';
import { WorkdayRules } from '#components/admin/workday-rules.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';

/** Everything about money that an agreement version says. */
export function AgreementRules({ agreement }: { readonly agreement: AgreementVersion }) {
  const t = useTranslations('admin.agreement');
  return (
    <>
      <PageSection title={t('basePay')}>
        <BasePayRules basePay={agreement.basePay} />
      </PageSection>
      <PageSection title={t('resultPay')}>
        <ResultPayRules resultPay={agreement.resultPay} />
      </PageSection>
      <PageSection title={t('speedBonus')}>
        <SpeedBonusRules speedBonus={agreement.speedBonus} />
      </PageSection>
      <PageSection title={t('supplement')}>
        <SupplementRules supplement={agreement.supplement} />
      </PageSection>
      <PageSection title={t('rest')}>
        <WorkdayRules agreement={agreement} />
      </PageSection>
    </>
  );
}
