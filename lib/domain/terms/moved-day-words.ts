import type { Outage } from '#lib/domain/availability/outage.ts';
import type { MovedDay } from '#lib/domain/terms/moved-deadline.ts';
import { dateInWords, clockInWords } from '#lib/shared/i18n/date-words.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

const AND = { sv: 'och', en: 'and' } as const;

function outageInWords({ from, to }: Outage, locale: ProblemLocale): string {
  const [begins, ends] = [new Date(from), new Date(to)];
  const [first, last] = [plainDateFromDate(begins), plainDateFromDate(ends)];
  const day = dateInWords(first, locale, 'day');
  const [at, until] = [clockInWords(begins, locale), clockInWords(ends, locale)];
  if (first === last)
    return locale === 'sv' ? `den ${day} kl. ${at}–${until}` : `on ${day} at ${at}–${until}`;
  const lastDay = dateInWords(last, locale, 'day');
  return locale === 'sv'
    ? `från den ${day} kl. ${at} till den ${lastDay} kl. ${until}`
    : `from ${day} at ${at} to ${lastDay} at ${until}`;
}

/** Why a last day moved and to when, as people are told: with the times in Sweden at which the portal was down. */
export function movedDayInWords({ dueOn, because }: MovedDay, locale: ProblemLocale): string {
  const day = dateInWords(dueOn, locale, 'day');
  const times = because.map((outage) => outageInWords(outage, locale));
  const when = [times.slice(0, -1).join(', '), times.at(-1)]
    .filter((part) => part !== '')
    .join(` ${AND[locale]} `);
  return locale === 'sv'
    ? `Sista dagen flyttas till ${day}, för portalen låg nere ${when}.`
    : `The last day moves to ${day}, as the portal was down ${when}.`;
}
