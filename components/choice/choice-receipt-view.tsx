import { useLocale, useTranslations } from 'next-intl';
import { AssignedBecause } from '#components/choice/assigned-because.tsx';
import { Premises } from '#components/choice/premises.tsx';
import { OwnHelpNotice } from '#components/choice/own-help.tsx';
import { ReceiptActions, ReceiptWords } from '#components/choice/receipt-next.tsx';
import { WhomToCall } from '#components/choice/whom-to-call.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { ReceiptLink } from '#components/receipt/receipt-link.tsx';
import { Receipt } from '#components/ui/receipt.tsx';
import type { ChoiceReceipt } from '#lib/domain/choice/choice-receipt.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface ChoiceReceiptViewProps {
  base: string;
  receipt: ChoiceReceipt;
  phone: string | null;
  /** How to switch, for who has no pages of their own. */
  switchWords?: string | undefined;
}

/** Who, where, when, whom to call, and how to switch. It stays and can be printed. */
export function ChoiceReceiptView({ base, receipt, phone, switchWords }: ChoiceReceiptViewProps) {
  const t = useTranslations('choice.receipt');
  const assigned = useTranslations('choice.assigned');
  const locale = useLocale();
  const from = dateInWords(receipt.from, locale, 'weekdayDate');
  const to = dateInWords(addDays(receipt.to, -1), locale, 'weekdayDate');
  const { isAssigned } = receipt;
  return (
    <>
      <OwnHelpNotice help={receipt.help} />
      <Receipt
        title={t(isAssigned ? 'assigned' : 'chosen', { provider: isolated(receipt.provider, locale) })}
        facts={[
          { term: t('who'), detail: <bdi lang="sv">{receipt.provider}</bdi> },
          { term: t('where'), detail: <Premises {...receipt} /> },
          { term: t('when'), detail: t('whenText', { from, to }) },
          { term: t('call'), detail: <WhomToCall provider={receipt.phone} support={phone} /> },
          ...(receipt.openingHours === null
            ? []
            : [{ term: t('open'), detail: <bdi lang="sv">{receipt.openingHours}</bdi> }]),
          {
            term: t(isAssigned ? 'assignedAt' : 'madeAt'),
            detail: <InstantText instant={receipt.madeAt} style="weekdayDate" />,
          },
        ]}
        actions={
          <>
            <ReceiptActions base={base} />
            {base === '/participant' && <ReceiptLink subject="choice" id={receipt.choiceId} />}
          </>
        }
      >
        <ReceiptWords switchWords={switchWords} />
      </Receipt>
      {receipt.reasoning !== null && (
        <AssignedBecause provider={receipt.provider} reasoning={receipt.reasoning} />
      )}
      {isAssigned && receipt.reasoning === null && <p className="mt-6 max-w-measure">{assigned('time')}</p>}
    </>
  );
}
