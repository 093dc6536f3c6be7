import type { Messages } from '#lib/shared/i18n/catalogue.ts';
import type { Locale as PortalLocale } from '#lib/shared/i18n/locale.ts';

// Makes a mistyped key or language a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: PortalLocale;
    Messages: Messages;
  }
}
