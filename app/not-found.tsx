import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BarePage } from '#components/frame/bare-page.tsx';
import { LinkAction } from '#components/ui/button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problem');
  return { title: t('notFoundTitle') };
}

export default async function NotFound() {
  const t = await getTranslations('problem');
  return (
    <BarePage>
      <h1>{t('notFoundTitle')}</h1>
      <p className="mt-3 max-w-lead text-lg text-ink-2">{t('notFoundText')}</p>
      <LinkAction look="go" big href="/" className="mt-8">
        {t('home')}
      </LinkAction>
    </BarePage>
  );
}
