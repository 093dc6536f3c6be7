import { useLocale, useTranslations } from 'next-intl';
import { Example } from '#components/ui/amount.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ClaimRow } from '#lib/domain/payment/claim.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatKronor } from '#lib/shared/money.ts';

/** What the authority claims of the provider: what for, how much and by when. */
export function OwnClaims({ claims }: { claims: readonly ClaimRow[] }) {
  const t = useTranslations('payment.claims');
  const locale = useLocale();
  return claims.map(({ id, amountOre, cutOff, dueOn, settledOn, reason }) => {
    const date = formatDate(cutOff, locale);
    return (
      <Notice
        key={id}
        tone={settledOn === null ? 'warn' : 'info'}
        className="mb-6"
        title={
          <>
            {t('ownTitle', { amount: formatKronor(amountOre, locale, { showOre: true }) })} <Example />
          </>
        }
      >
        <p>
          {settledOn !== null
            ? t('ownSettled', { date, settled: formatDate(settledOn, locale) })
            : dueOn !== null && t('ownText', { date, due: formatDate(dueOn, locale) })}
        </p>
        <p>{t('ownReason', { reason })}</p>
      </Notice>
    );
  });
}
