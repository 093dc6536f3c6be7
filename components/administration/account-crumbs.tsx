import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';

/** The way to a page about accounts. */
export function AccountCrumbs({ here }: { here: string }) {
  const t = useTranslations('administration');
  return (
    <Breadcrumbs
      above={[
        { href: '/provider/administration', words: t('title') },
        { href: '/provider/administration/accounts', words: t('accounts.title') },
      ]}
      here={here}
    />
  );
}
