'use client';

import { Failure } from '#components/frame/failure.tsx';
import { fontVariables } from './fonts.ts';
import './globals.css';

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
        <Failure reference={error.digest} retry={reset} />
      </body>
    </html>
  );
}
