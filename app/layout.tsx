import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { directionOf } from '#lib/shared/i18n/locale.ts';
import { fontVariables } from './fonts.ts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return {
    title: { template: `%s – ${t('name')}`, default: t('name') },
    description: t('description'),
    icons: { icon: '/favicon.svg' },
    // Pages are for those who have logged in.
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
