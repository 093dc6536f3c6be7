import { useLocale, useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { StatementPayment } from '#lib/domain/payment/payment-view.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';

const TONES: Readonly<Record<StatementStatus, Tone>> = {
  open: 'wait',
  proposed: 'wait',
  disputed: 'warn',
  accepted: 'ok',
  authorised: 'ok',
  paid: 'ok',
};

interface StatementStateProps {
  payment: StatementPayment;
  /** Without its days, where they stand beside it in sentences. */
  brief?: boolean;
}

/** Where a statement stands on its way to being paid, and when that is. */
export function StatementState({ payment, brief = false }: StatementStateProps) {
  const t = useTranslations('payment.statementState');
  const when = useWhen(payment);
  return (
    <Status tone={TONES[payment.status]} reason={brief ? undefined : when}>
      {t(payment.status)}
    </Status>
  );
}

function useWhen({ status, acceptBy, payOn, paidOn, payableOre }: StatementPayment): string | undefined {
  const t = useTranslations('payment.statementState');
  const locale = useLocale();
  if (paidOn !== null) return t('paidOn', { date: formatDate(paidOn, locale) });
  if (status === 'proposed' && acceptBy !== null)
    return t('answerBy', { date: formatDate(acceptBy, locale) });
  if (status === 'accepted' && payableOre <= 0) return t('nothing');
  if (payOn === null) return undefined;
  return t(status === 'proposed' ? 'earliest' : 'payOn', { date: formatDate(payOn, locale) });
}
