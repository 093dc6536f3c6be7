import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BarePage } from '#components/frame/bare-page.tsx';
import { LinkAction } from '#components/ui/button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.forbidden');
  return { title: t('title') };
}

/** The page is another role's. Next sends this along with every page, so it asks the database nothing. */
export default async function Forbidden() {
  const t = await getTranslations('auth.forbidden');
  return (
    <BarePage>
      <h1>{t('title')}</h1>
      <p className="mt-3 max-w-lead text-lg text-ink-2">{t('text')}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <LinkAction look="go" big href="/">
          {t('home')}
        </LinkAction>
        <LinkAction big href="/choose-role">
          {t('switch')}
        </LinkAction>
      </div>
    </BarePage>
  );
}
