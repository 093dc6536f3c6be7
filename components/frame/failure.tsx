'use client';

import { Button } from '#components/ui/button.tsx';
import en from '#lib/shared/i18n/en/problem.json' with { type: 'json' };
import sv from '#lib/shared/i18n/sv/problem.json' with { type: 'json' };

export interface FailureProps {
  /** The number under which the failure was written to the log. */
  reference: string | undefined;
  retry: () => void;
}

/** When something failed that nobody foresaw. In both languages, since what tells which to use may be what failed. */
export function Failure({ reference, retry }: FailureProps) {
  return (
    <main className="band py-12">
      <title>{sv.failedTitle}</title>
      {[
        { lang: 'sv', words: sv },
        { lang: 'en', words: en },
      ].map(({ lang, words }) => (
        <section key={lang} lang={lang} className="mb-12">
          {lang === 'sv' ? <h1>{words.failedTitle}</h1> : <h2>{words.failedTitle}</h2>}
          <p className="mt-3 max-w-lead text-lg text-ink-2">{words.failedText}</p>
          {reference !== undefined && (
            <p className="mt-3">
              {words.reference} <code className="font-bold">{reference}</code>
            </p>
          )}
          <div className="mt-6 flex flex-wrap gap-3">
            <Button look={lang === 'sv' ? 'go' : 'line'} type="button" onClick={retry}>
              {words.retry}
            </Button>
            {/* oxlint-disable-next-line next/no-html-link-for-pages -- loaded anew: what is in the browser may have failed */}
            <a href="/" className="btn btn-plain">
              {words.home}
            </a>
          </div>
        </section>
      ))}
    </main>
  );
}
