import type { LoggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

const NAMED_DAYS = 3;

/** What the log holds beside the absence, and what to do about it. */
export function conflictWords(
  { days, logged, attended, isWhole }: LoggedConflict,
  locale: ProblemLocale = 'sv',
): { readonly message: string; readonly fix: string } {
  const named = days.slice(0, NAMED_DAYS).map(({ date }) => formatDate(date, locale));
  const more = days.length - named.length;
  const time = formatHours(logged, locale);
  const took = formatHours(attended, locale);
  if (locale === 'en') {
    const when = `${named.join(', ')}${more > 0 ? ` and ${more} more days` : ''}`;
    return {
      message: isWhole
        ? `The log holds ${time} on ${when}, but the absence is the whole time.`
        : `The log holds ${time} of support on ${when}, but the absence leaves ${took}.`,
      fix: 'Change the entry in the log or the time of the absence.',
    };
  }
  const when = `${named.join(', ')}${more > 0 ? ` och ${more} dagar till` : ''}`;
  return {
    message: isWhole
      ? `I loggen står ${time} ${when}, men frånvaron gäller hela tiden.`
      : `I loggen står ${time} stöd ${when}, men frånvaron lämnar ${took}.`,
    fix: 'Ändra aktiviteten i loggen eller frånvarons tid.',
  };
}
