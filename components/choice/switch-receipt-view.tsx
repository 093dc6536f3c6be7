import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Term } from '#components/frame/term.tsx';
import { CommandForm } from '#components/choice/command-form.tsx';
import { Premises } from '#components/choice/premises.tsx';
import { OwnHelpNotice } from '#components/choice/own-help.tsx';
import { ReceiptActions, ReceiptWords } from '#components/choice/receipt-next.tsx';
import { WhomToCall } from '#components/choice/whom-to-call.tsx';
import { ReceiptLink } from '#components/receipt/receipt-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Receipt } from '#components/ui/receipt.tsx';
import { receiptPath, undoPath } from '#lib/domain/choice/choosing-place.ts';
import type { SwitchReceipt } from '#lib/domain/provider-switch/switch-receipt.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface SwitchReceiptViewProps {
  base: string;
  receipt: SwitchReceipt;
  phone: string | null;
  formKey: string;
  /** What who undoes it for somebody adds to the form. */
  children?: ReactNode;
}

/** From whom, to whom, when, whom to call and what they may read; the undoing while there is time for it. */
export function SwitchReceiptView(props: SwitchReceiptViewProps) {
  const { base, receipt, phone, formKey, children } = props;
  const t = useTranslations('choice');
  const locale = useLocale();
  if (receipt.undoneAt !== null)
    return <UndoneReceipt base={base} receipt={receipt} undoneAt={receipt.undoneAt} />;
  const from = dateInWords(receipt.effectiveOn, locale, 'weekdayDate');
  const to = dateInWords(addDays(receipt.to, -1), locale, 'weekdayDate');
  const shared = [
    ...(receipt.sharePlan ? [t('receipt.sharedPlan')] : []),
    ...(receipt.shareFinalReport ? [t('receipt.sharedFinalReport')] : []),
  ];
  return (
    <>
      <OwnHelpNotice help={receipt.help} />
      <Receipt
        title={t('receipt.switched', { provider: isolated(receipt.toProvider, locale) })}
        facts={[
          { term: t('receipt.leaves'), detail: <bdi lang="sv">{receipt.fromProvider}</bdi> },
          { term: t('receipt.who'), detail: <bdi lang="sv">{receipt.toProvider}</bdi> },
          { term: t('receipt.where'), detail: <Premises {...receipt} /> },
          { term: t('receipt.when'), detail: t('receipt.whenText', { from, to }) },
          { term: t('receipt.call'), detail: <WhomToCall provider={receipt.phone} support={phone} /> },
          ...(receipt.openingHours === null
            ? []
            : [{ term: t('receipt.open'), detail: <bdi lang="sv">{receipt.openingHours}</bdi> }]),
          {
            term: t('receipt.shared'),
            shown: <Term word="consent">{t('receipt.shared')}</Term>,
            detail: shared.length === 0 ? t('receipt.sharedNothing') : shared.join(', '),
          },
          {
            term: t('receipt.decidedAt'),
            detail: <InstantText instant={receipt.decidedAt} style="weekdayDate" />,
          },
        ]}
        actions={
          <>
            <ReceiptActions base={base} />
            {base === '/participant' && <ReceiptLink subject="providerSwitch" id={receipt.switchId} />}
          </>
        }
      >
        <ReceiptWords />
      </Receipt>
      {receipt.canBeUndone && (
        <CommandForm
          action={undoPath(base, receipt.switchId)}
          formKey={formKey}
          back={receiptPath({ base, choosingFor: 'switch' }, receipt.switchId)}
          hidden={{ switchVersion: receipt.version }}
          className="no-print mt-6 grid justify-items-start gap-2"
        >
          <p>
            {t('confirm.undo', { date: dateInWords(addDays(receipt.effectiveOn, -1), locale, 'weekday') })}
          </p>
          {children}
          <Button look="line" big>
            {t('pending.undo')}
          </Button>
        </CommandForm>
      )}
    </>
  );
}

interface UndoneReceiptProps {
  base: string;
  receipt: SwitchReceipt;
  undoneAt: Date;
}

function UndoneReceipt({ base, receipt, undoneAt }: UndoneReceiptProps) {
  const t = useTranslations('choice.receipt');
  return (
    <>
      <OwnHelpNotice help={receipt.help} />
      <Receipt
        title={t('undone')}
        facts={[
          { term: t('staysWith'), detail: <bdi lang="sv">{receipt.fromProvider}</bdi> },
          { term: t('notSwitchedTo'), detail: <bdi lang="sv">{receipt.toProvider}</bdi> },
          { term: t('decidedAt'), detail: <InstantText instant={receipt.decidedAt} style="weekdayDate" /> },
          { term: t('undoneAt'), detail: <InstantText instant={undoneAt} style="weekdayDate" /> },
        ]}
        actions={<ReceiptActions base={base} />}
      />
    </>
  );
}
