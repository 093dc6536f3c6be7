import { useLocale, useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { BankAccountRow, BankAccountStatus } from '#lib/domain/payment/bank-account.ts';
import { formatDate } from '#lib/shared/format-date.ts';

const TONES: Readonly<Record<BankAccountStatus, Tone>> = {
  requested: 'wait',
  confirmed: 'ok',
  refused: 'stop',
  withdrawn: 'none',
};

/** Where an account stands: from when, or why not. */
export function AccountState({ account }: { account: BankAccountRow }) {
  const t = useTranslations('payment.accounts');
  const locale = useLocale();
  const { status, validFrom, reason } = account;
  return (
    <Status
      tone={TONES[status]}
      reason={
        validFrom === null ? (reason ?? undefined) : t('validFrom', { date: formatDate(validFrom, locale) })
      }
    >
      {t(`status.${status}`)}
    </Status>
  );
}
