import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** A name or an address: Swedish wherever it stands, and in its own direction. */
export function OwnWords({ children }: { readonly children: ReactNode }) {
  return (
    <bdi lang="sv" translate="no">
      {children}
    </bdi>
  );
}

/** What somebody has written in Swedish, as they wrote it. */
export function SwedishText({ children }: { readonly children: string }) {
  return (
    <p lang="sv" dir="auto" className="max-w-measure wrap-anywhere whitespace-pre-line">
      {children}
    </p>
  );
}

/** That what is written in somebody's own words is in Swedish, to those who read another language. */
export function FreeTextNote() {
  const t = useTranslations('participant');
  return useLocale().startsWith('sv') ? null : <p className="mt-2 max-w-lead text-ink-2">{t('freeText')}</p>;
}
