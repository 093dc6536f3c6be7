import { useLocale, useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { ClaimRow, ClaimStatus } from '#lib/domain/payment/claim.ts';
import { formatDate } from '#lib/shared/format-date.ts';

const TONES: Readonly<Record<ClaimStatus, Tone>> = {
  proposed: 'warn',
  decided: 'wait',
  declined: 'none',
  settled: 'ok',
};

/** Where a claim stands, and the day that matters now. */
export function ClaimStatusText({ claim }: { claim: ClaimRow }) {
  const t = useTranslations('payment.claims');
  const locale = useLocale();
  const { status, dueOn, settledOn } = claim;
  const day =
    settledOn !== null
      ? t('settledOn', { date: formatDate(settledOn, locale) })
      : dueOn !== null
        ? t('dueOn', { date: formatDate(dueOn, locale) })
        : undefined;
  return (
    <Status tone={TONES[status]} reason={day}>
      {t(`status.${status}`)}
    </Status>
  );
}
