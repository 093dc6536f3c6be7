'use client';

import { useSyncExternalStore } from 'react';
import { LanguageButtons } from '#components/frame/language-buttons.tsx';
import { Button } from '#components/ui/button.tsx';
import ar from '#lib/shared/i18n/ar/failure.json' with { type: 'json' };
import en from '#lib/shared/i18n/en/failure.json' with { type: 'json' };
import { directionOf, type Locale, LOCALES, parseLocale } from '#lib/shared/i18n/locale.ts';
import prs from '#lib/shared/i18n/prs/failure.json' with { type: 'json' };
import so from '#lib/shared/i18n/so/failure.json' with { type: 'json' };
import svSimple from '#lib/shared/i18n/sv-simple/failure.json' with { type: 'json' };
import sv from '#lib/shared/i18n/sv/failure.json' with { type: 'json' };
import ti from '#lib/shared/i18n/ti/failure.json' with { type: 'json' };
import uk from '#lib/shared/i18n/uk/failure.json' with { type: 'json' };

const WORDS: Readonly<Record<Locale, typeof sv>> = { sv, 'sv-simple': svSimple, en, ar, so, ti, prs, uk };

export interface FailureProps {
  /** The number under which the failure was written to the log. */
  reference: string | undefined;
  retry: () => void;
}

const unchanging = () => () => {};

/** The language of the page that failed; null where even that is not known. */
function useFailedLanguage(): Locale | null {
  return useSyncExternalStore(
    unchanging,
    () => parseLocale(document.documentElement.lang),
    () => null,
  );
}

/**
 * When something failed that nobody foresaw. In the language that was read, and in Swedish and English, since what tells which to
 * use may be what failed.
 */
export function Failure({ reference, retry }: FailureProps) {
  const read = useFailedLanguage() ?? 'sv';
  const languages = [...new Set<Locale>([read, 'sv', 'en'])];
  return (
    <main className="band py-12">
      <title>{WORDS[read].title}</title>
      {languages.map((language, index) => (
        <section key={language} lang={language} dir={directionOf(language)} className="mb-12">
          {index === 0 ? <h1>{WORDS[language].title}</h1> : <h2>{WORDS[language].title}</h2>}
          <p className="mt-3 max-w-lead text-lg text-ink-2">{WORDS[language].text}</p>
          {reference !== undefined && (
            <p className="mt-3">
              {WORDS[language].reference} <code className="font-bold">{reference}</code>
            </p>
          )}
          <div className="mt-6 flex flex-wrap gap-3">
            <Button look={index === 0 ? 'go' : 'line'} type="button" onClick={retry}>
              {WORDS[language].retry}
            </Button>
            {/* oxlint-disable-next-line next/no-html-link-for-pages -- loaded anew: what is in the browser may have failed */}
            <a href="/" className="btn btn-plain">
              {WORDS[language].home}
            </a>
          </div>
        </section>
      ))}
      {/* The browser says which page it was. */}
      <form method="post" action="/api/locale" className="languages no-print">
        <div className="tabs">
          <LanguageButtons languages={LOCALES} current={read} />
        </div>
      </form>
    </main>
  );
}
