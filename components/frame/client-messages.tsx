import { NextIntlClientProvider, useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { type Feature, messagesOf } from '#lib/shared/i18n/catalogue.ts';

export interface ClientMessagesProps {
  /** The features whose words are used below by components that run in the browser; `ui` is always among them. */
  features?: readonly Feature[] | undefined;
  children: ReactNode;
}

/** Sends a part of the catalogue to the browser. Staff pages only: what participants see is written by the server. */
export function ClientMessages({ features = [], children }: ClientMessagesProps) {
  const locale = useLocale();
  return (
    <NextIntlClientProvider
      locale={locale}
      timeZone="Europe/Stockholm"
      messages={messagesOf(locale, ['ui', ...features])}
    >
      {children}
    </NextIntlClientProvider>
  );
}
