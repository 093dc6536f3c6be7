import { useTranslations } from 'next-intl';
import { PageHeading } from '#components/ui/page-heading.tsx';

/** Instead of a page of the public search, where very many are read from one place. */
export function TooManyPages() {
  const t = useTranslations('provider-search.tooMany');
  return <PageHeading title={t('title')} lead={t('text')} />;
}
