import type { ProblemLocale } from '#lib/shared/problem.ts';

const UNITS = { sv: ['tim', 'min'], en: ['h', 'min'] } as const;
const NO_BREAK_SPACE = '\u00A0';

/** Minutes, a whole number from 0, as people say them: `45 min`, `2 tim`, `1 tim 30 min`. */
export function formatHours(minutes: number, locale: ProblemLocale = 'sv'): string {
  const [hour, minute] = UNITS[locale];
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  const parts = [
    ...(hours === 0 ? [] : [`${hours}${NO_BREAK_SPACE}${hour}`]),
    ...(rest === 0 && hours > 0 ? [] : [`${rest}${NO_BREAK_SPACE}${minute}`]),
  ];
  return parts.join(NO_BREAK_SPACE);
}
