import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ApiDocsView } from '#components/api-docs/api-docs-view.tsx';
import { apiPage } from '#lib/server/api/api-page.ts';
import { env } from '#lib/server/env.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api-docs.page');
  return {
    title: t('title'),
    robots: { index: true, follow: true },
    alternates: { canonical: '/api-docs' },
  };
}

export default async function ApiDocsPage() {
  const t = await getTranslations('api-docs.page.operation');
  const locale = (await getLocale()) === 'en' ? 'en' : 'sv';
  return <ApiDocsView page={apiPage(env().PORTAL_URL, locale, { or: t('or'), list: t('list') })} />;
}
