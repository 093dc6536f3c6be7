import { useTranslations } from 'next-intl';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ReceiptVerdict } from '#lib/domain/receipt/receipt-subject.ts';

/** What a receipt is worth, and what it says. */
export function ReceiptVerdictView({ verdict }: { readonly verdict: ReceiptVerdict }) {
  const t = useTranslations('receipt');
  if (!verdict.genuine) {
    return (
      <Notice tone="stop" title={t('notGenuine')} className="mb-6 max-w-[760px]">
        {t(`fault.${verdict.fault}`)}
      </Notice>
    );
  }
  const { kind, subjectId, at, signedAt, seq, contentHash } = verdict;
  return (
    <Notice tone="ok" title={t('genuine')} className="mb-6 max-w-[760px]">
      <p>{t('genuineText')}</p>
      <DescriptionList
        className="mt-3"
        facts={[
          { term: t('what'), detail: t(`kind.${kind}`) },
          { term: t('when'), detail: <InstantText instant={new Date(at)} /> },
          { term: t('signed'), detail: <InstantText instant={new Date(signedAt)} /> },
          { term: t('place'), detail: <bdi>{seq}</bdi> },
          ...(subjectId === null ? [] : [{ term: t('number'), detail: <Code>{subjectId}</Code> }]),
          ...(contentHash === null ? [] : [{ term: t('contentHash'), detail: <Code>{contentHash}</Code> }]),
        ]}
      />
    </Notice>
  );
}

function Code({ children }: { readonly children: string }) {
  return (
    <code dir="ltr" className="text-xs font-normal break-all">
      {children}
    </code>
  );
}
