import { useTranslations } from 'next-intl';
import type { ReceiptSubject } from '#lib/domain/receipt/receipt-subject.ts';

type Props = { readonly subject: ReceiptSubject; readonly id: string };

/** The way to the receipt that anybody can check, as a file. */
export function ReceiptLink({ subject, id }: Props) {
  const t = useTranslations('receipt');
  return (
    <a className="btn btn-plain" href={`/api/receipts/${subject}/${id}`}>
      {t('download')}
    </a>
  );
}
