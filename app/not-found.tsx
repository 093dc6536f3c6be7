import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Brand } from '#components/frame/brand.tsx';
import { LinkAction } from '#components/ui/button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problem');
  return { title: t('notFoundTitle') };
}

export default async function NotFound() {
  const t = await getTranslations('problem');
  return (
    <main className="band py-8">
      <Brand home="/" />
      <h1 className="mt-12">{t('notFoundTitle')}</h1>
      <p className="mt-3 max-w-lead text-lg text-ink-2">{t('notFoundText')}</p>
      <LinkAction look="go" big href="/" className="mt-8">
        {t('home')}
      </LinkAction>
    </main>
  );
}
