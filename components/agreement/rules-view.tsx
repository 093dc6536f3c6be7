import { useTranslations } from 'next-intl';
import { BasePayRules } from '#components/agreement/base-pay-rules.tsx';
import { ResultPayRules } from '#components/agreement/result-pay-rules.tsx';
import { SpeedBonusRules } from '#components/agreement/speed-bonus-rules.tsx';
import { SupplementRules } from '#components/agreement/supplement-rules.tsx';
import { WorkdayRules } from '#components/agreement/workday-rules.tsx';
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
