import { problemResponse } from '#lib/server/http/problem-response.ts';
import type { TooSoon } from '#lib/server/rate-limit/take-token.ts';
import { knownProblem, type ProblemLocale } from '#lib/shared/problem.ts';

const WORDS = {
  sv: (seconds: number) => ({
    message: 'Du har frågat för många gånger på kort tid.',
    fix: `Försök igen om ${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}.`,
  }),
  en: (seconds: number) => ({
    message: 'You have asked too many times in a short while.',
    fix: `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  }),
} as const;

/** 429 with the seconds to wait, as a header and in words. */
export function tooManyRequests({ retryAfterSeconds }: TooSoon, locale: ProblemLocale = 'sv'): Response {
  const fault = { pointer: '', code: 'tooManyRequests', ...WORDS[locale](retryAfterSeconds) };
  return problemResponse(knownProblem('tooManyRequests', [fault], locale), {
    'retry-after': String(retryAfterSeconds),
  });
}
