import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** What is left to do for who has helped: the participant is told by letter, too. */
export function HelpReceipt({ href }: { href: string }) {
  const t = useTranslations('assisted.receipt');
  return (
    <Notice
      className="no-print mb-6 max-w-[760px]"
      action={<LinkAction href={href}>{t('letter')}</LinkAction>}
    >
      {t('next')}
    </Notice>
  );
}
