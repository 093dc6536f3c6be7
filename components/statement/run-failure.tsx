import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { RunFailure } from '#lib/domain/statement/run-failure.ts';
import { formatKronor, ore } from '#lib/shared/money.ts';

interface RunFailureNoticeProps {
  failure: RunFailure;
  /** Name of the provider whose statement stopped the run. */
  provider: string | null;
}

/** Why a run stopped, with what somebody who looks into it needs. */
export function RunFailureNotice({ failure, provider }: RunFailureNoticeProps) {
  const t = useTranslations('statement.run.failure');
  const words = useFailureWords(failure, provider ?? t('unknownProvider'));
  return (
    <Notice tone="stop" title={t('title')}>
      <p>{words}</p>
      {'placementId' in failure && <p className="mt-1">{t('placement', { id: failure.placementId })}</p>}
      {'faults' in failure && <p className="mt-1">{t('faults', { faults: failure.faults.join(', ') })}</p>}
    </Notice>
  );
}

function useFailureWords(failure: RunFailure, provider: string): string {
  const t = useTranslations('statement.run.failure');
  const locale = useLocale();
  const exact = (amount: number) => formatKronor(ore(amount), locale, { showOre: true });
  switch (failure.code) {
    case 'brokenSum':
      return t('brokenSum', {
        provider,
        key: failure.key,
        earned: exact(failure.earnedOre),
        posted: exact(failure.postedOre),
      });
    case 'countedTwice':
      return t('countedTwice', { provider, key: failure.key });
    case 'invalidFacts':
      return t('invalidFacts', { provider });
    case 'invalidAgreement':
      return t('invalidAgreement', { agreement: failure.agreementVersionId });
    case 'unexpected':
      return t('unexpected');
  }
}
