import type { Words } from '#lib/domain/report/row-fault.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import type { Month } from '#lib/shared/month.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** Somebody has filled in the month by hand: their work is not overwritten by a machine. */
export function draftExistsWords(month: Month, locale: ProblemLocale = 'sv'): Words {
  const words: Readonly<Record<ProblemLocale, Words>> = {
    sv: {
      message: `Någon har börjat fylla i ${formatMonth(month)} i portalen.`,
      fix: 'Skicka in månaden där, eller släng utkastet och skicka igen.',
    },
    en: {
      message: `Somebody has begun to fill in ${formatMonth(month, 'en')} in the portal.`,
      fix: 'Send the month from there, or discard the draft and send again.',
    },
  };
  return words[locale];
}
