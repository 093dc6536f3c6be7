import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DateText, InstantText } from '#components/ui/date-text.tsx';
import type { Fact } from '#components/ui/description-list.tsx';
import { Receipt } from '#components/ui/receipt.tsx';
import type { StatementAnswer } from '#lib/domain/statement/dispute-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';

interface AcceptReceiptProps {
  answer: StatementAnswer;
  href: string;
}

/** The confirmation that stays: who accepted, when, and the pay day that follows. */
export function AcceptReceipt({ answer, href }: AcceptReceiptProps) {
  const t = useTranslations('statement-answer.accept');
  const locale = useLocale();
  const { accepted, status, payDay, sums } = answer;
  if (accepted === null || status === 'open' || status === 'proposed' || status === 'disputed') return null;
  const isSilence = accepted.by === 'silence';
  const facts: Fact[] = [
    { term: t('by'), detail: isSilence ? t('bySilence') : accepted.name },
    { term: t('at'), detail: <InstantText instant={accepted.at} /> },
    {
      term: t('payable'),
      detail: (
        <>
          <Amount value={sums.payableOre} exact /> <Example />
        </>
      ),
    },
    {
      term: t(status === 'paid' ? 'paidOn' : 'payDay'),
      detail: payDay === null ? t('nothingPaid') : <DateText date={payDay} style="weekdayDate" />,
    },
    ...(payDay === null ? [] : [{ term: t('status'), detail: t(`state.${status}`) }]),
  ];
  return (
    <Receipt
      title={t(isSilence ? 'doneSilence' : 'doneTitle', { date: formatDate(answer.cutOff, locale) })}
      facts={facts}
      actions={<LinkAction href={href}>{t('read')}</LinkAction>}
    >
      {payDay === null ? <p>{t('nextNothing')}</p> : status === 'accepted' && <p>{t('next')}</p>}
    </Receipt>
  );
}
