import { problemResponse } from '#lib/server/http/problem-response.ts';
import type { TooSoon } from '#lib/server/rate-limit/take-token.ts';
import { knownProblem, type Problem, type ProblemLocale } from '#lib/shared/problem.ts';

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

/** The problem with the seconds to wait in words. */
export function tooManyRequestsProblem(
  { retryAfterSeconds }: TooSoon,
  locale: ProblemLocale = 'sv',
): Problem {
  const fault = { pointer: '', code: 'tooManyRequests', ...WORDS[locale](retryAfterSeconds) };
  return knownProblem('tooManyRequests', [fault], locale);
}

/** 429 with the seconds to wait, as a header and in words. */
export function tooManyRequests(tooSoon: TooSoon, locale: ProblemLocale = 'sv'): Response {
  return problemResponse(tooManyRequestsProblem(tooSoon, locale), {
    'retry-after': String(tooSoon.retryAfterSeconds),
  });
}
