'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Icon } from '#components/ui/icon.tsx';
import { LOCALE_NAMES, LOCALES, type Locale } from '#lib/shared/i18n/locale.ts';

export interface LanguageSwitchProps {
  current: Locale;
  label: string;
  /** `tabs` on top of a page, `words` at its foot. */
  look: 'tabs' | 'words';
}

/** A form of its own, so that it works without JavaScript; it leads back to the same page with the same query. */
export function LanguageSwitch({ current, label, look }: LanguageSwitchProps) {
  const path = usePathname();
  const query = useSearchParams().toString();
  return (
    <form method="post" action="/api/locale" aria-label={label} className="no-print flex items-center gap-3">
      <input type="hidden" name="back" value={query === '' ? path : `${path}?${query}`} />
      <Icon name="globe" className="text-ink-3" />
      <div className={look === 'tabs' ? 'tabs' : 'words'}>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            aria-current={locale === current ? 'true' : undefined}
          >
            {LOCALE_NAMES[locale]}
          </button>
        ))}
      </div>
    </form>
  );
}
