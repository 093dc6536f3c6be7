import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';

/** What happens now, how to switch, and that the page stays. */
export function ReceiptWords() {
  const t = useTranslations('choice.receipt');
  return (
    <>
      <h2 className="text-lg">{t('nextTitle')}</h2>
      <p className="mt-1">{t('next')}</p>
      <p className="mt-2">{t('switchAgain')}</p>
      <p className="no-print mt-2 text-ink-2">{t('stays')}</p>
    </>
  );
}

export function ReceiptActions({ base }: { base: string }) {
  const t = useTranslations('choice.receipt');
  return (
    <>
      <LinkAction look="go" big href={base}>
        {t('home')}
      </LinkAction>
      <PrintButton>{t('print')}</PrintButton>
    </>
  );
}
