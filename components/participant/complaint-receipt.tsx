import { useLocale, useTranslations } from 'next-intl';
import { OwnWords } from '#components/participant/own-words.tsx';
import { ReceiptLink } from '#components/receipt/receipt-link.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PhoneLink } from '#components/ui/phone-link.tsx';
import { complaintNumber, type OwnComplaint } from '#lib/domain/complaint/own-complaint.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

type Props = { readonly complaint: OwnComplaint; readonly phone: string | null };

/** That a complaint has come in, the number to refer to, and what happens next. */
export function ComplaintReceipt({ complaint: { id, number, sentOn, provider }, phone }: Props) {
  const t = useTranslations('own-rights.complaint');
  const locale = useLocale();
  return (
    <Notice tone="ok" title={t('receiptTitle')} className="mb-8">
      <DescriptionList
        facts={[
          { term: t('number'), detail: <bdi>{complaintNumber(number)}</bdi> },
          { term: t('sent'), detail: dateInWords(sentOn, locale, 'weekdayDate') },
          { term: t('aboutWhom'), detail: <OwnWords>{provider}</OwnWords> },
        ]}
      />
      <p className="mt-3">
        <ReceiptLink subject="complaint" id={id} />
      </p>
      <p className="mt-3 font-medium">{t('nextTitle')}</p>
      <p>{t('next')}</p>
      {phone !== null && (
        <p>
          {t('urgent')} <PhoneLink phone={phone} />
        </p>
      )}
    </Notice>
  );
}
