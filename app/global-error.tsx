'use client';

import { lazy, Suspense } from 'react';
import sv from '#lib/shared/i18n/sv/failure.json' with { type: 'json' };
import { fontVariables } from './fonts.ts';
import './globals.css';

/** Fetched when it is needed: every page carries it in `error.tsx` already, and would carry it twice. */
const Failure = lazy(async () => ({ default: (await import('#components/frame/failure.tsx')).Failure }));

/** Stands in for the layout itself, so it brings its own document. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="sv" className={fontVariables}>
      <body>
        <Suspense fallback={<h1>{sv.title}</h1>}>
          <Failure reference={error.digest} retry={reset} />
        </Suspense>
      </body>
    </html>
  );
}
