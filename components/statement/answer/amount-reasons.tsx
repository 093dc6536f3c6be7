import { useLocale, useTranslations } from 'next-intl';
import { Example } from '#components/ui/amount.tsx';
import { Reasons } from '#components/ui/reasons.tsx';
import type { DisputableAmount } from '#lib/domain/statement/dispute-view.ts';
import { explainLineSv } from '#lib/domain/statement/explain-line-sv.ts';

interface AmountReasonsProps {
  amount: Pick<DisputableAmount, 'because' | 'reason'>;
}

/** Why the amount is what it is, or is not paid. The sentences are the model's own, in Swedish. */
export function AmountReasons({ amount: { because, reason } }: AmountReasonsProps) {
  const t = useTranslations('statement-answer.dispute');
  const tReason = useTranslations('statement.notPaid.reason');
  const locale = useLocale();
  if (because !== null) {
    return (
      <div lang="sv">
        <Reasons
          title={
            <span lang={locale}>
              {t('why')} <Example />
            </span>
          }
          sentences={explainLineSv(because).map(({ rule, parts }) => ({
            key: rule,
            sentence: parts.map(({ text }) => text).join(''),
          }))}
        />
      </div>
    );
  }
  if (reason === null) return null;
  return <p>{t('whyNotReason', { reason: tReason(reason) })}</p>;
}
