import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';

export interface ReceiptWordsProps {
  /** How to switch, for who has no pages of their own. */
  switchWords?: string | undefined;
}

/** What happens now, how to switch, and that the page stays. */
export function ReceiptWords({ switchWords }: ReceiptWordsProps) {
  const t = useTranslations('choice.receipt');
  return (
    <>
      <h2 className="text-lg">{t('nextTitle')}</h2>
      <p className="mt-1">{t('next')}</p>
      <p className="mt-2">{switchWords ?? t('switchAgain')}</p>
      {switchWords === undefined && <p className="no-print mt-2 text-ink-2">{t('stays')}</p>}
    </>
  );
}

export function ReceiptActions({ base }: { base: string }) {
  const t = useTranslations('choice.receipt');
  return (
    <>
      {base === '/participant' && (
        <LinkAction look="go" big href={base}>
          {t('home')}
        </LinkAction>
      )}
      <PrintButton>{t('print')}</PrintButton>
    </>
  );
}
