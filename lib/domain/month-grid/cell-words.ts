import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { shown } from '#lib/domain/report/raw-row.ts';
import type { Words } from '#lib/domain/report/row-fault.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** Faults that only cells typed by people have, by stable code. */
type CellFault =
  /** A bare decimal: hours or minutes. */
  | { readonly code: 'minutesUnit'; readonly text: string; readonly hundredths: number }
  /** That there was language support, but not in which language. */
  | { readonly code: 'languageWhich' };

export function cellFaultWords(fault: CellFault, locale: ProblemLocale): Words {
  switch (fault.code) {
    case 'minutesUnit':
      return minutesUnitWords(fault.text, fault.hundredths, locale);
    case 'languageWhich':
      return locale === 'sv'
        ? {
            message: 'Det står att språkstöd gavs, men inte på vilket språk.',
            fix: 'Skriv språket, till exempel arabiska.',
          }
        : {
            message: 'It says that there was language support, but not in which language.',
            fix: 'Write the language, for example Arabic.',
          };
  }
}

function minutesUnitWords(text: string, hundredths: number, locale: ProblemLocale): Words {
  const value = shown(text);
  const minutes = (hundredths * 60) / 100;
  const asHours = Number.isInteger(minutes) ? [hoursAsClock(minutes), String(minutes)] : ['1:30', '90'];
  const isHours = Number.isInteger(minutes);
  return locale === 'sv'
    ? {
        message: `”${value}” kan vara både timmar och minuter.`,
        fix: isHours
          ? `Menar du ${value} timmar? Skriv ${asHours[0]} eller ${asHours[1]}.`
          : `Skriv timmar och minuter som ${asHours[0]}, eller minuter som ${asHours[1]}.`,
      }
    : {
        message: `”${value}” could be hours as well as minutes.`,
        fix: isHours
          ? `Do you mean ${value} hours? Write ${asHours[0]} or ${asHours[1]}.`
          : `Write hours and minutes as ${asHours[0]}, or minutes as ${asHours[1]}.`,
      };
}

/**
 * What to do about a fault that rows of files have too, where a cell of the grid has a remedy of its own. Null: the
 * rows' own remedy is right here as well.
 */
export function cellRemedy(code: string, text: string, locale: ProblemLocale): string | null {
  switch (code) {
    case 'minutesNotWhole':
      return locale === 'sv'
        ? 'Skriv minuter (90) eller timmar och minuter (1:30).'
        : 'Write minutes (90) or hours and minutes (1:30).';
    case 'minutesStep':
      return stepRemedy(text, locale);
    case 'languageFormat':
      return locale === 'sv'
        ? 'Skriv språkets namn, till exempel arabiska, eller lämna tomt.'
        : 'Write the name of the language, for example Arabic, or leave it empty.';
    case 'reasonUnknown': {
      const names = ABSENCE_REASONS.map((reason) => absenceReasonName(reason, locale)).join(', ');
      return locale === 'sv'
        ? `Välj en av ${names}, eller lämna tomt.`
        : `Choose one of ${names}, or leave it empty.`;
    }
    case 'noneWithOthers':
      return locale === 'sv' ? 'Ta bort orsaken, eller minuterna.' : 'Remove the reason, or the minutes.';
    default:
      return null;
  }
}

/** As many hours as there are in a day, in digits, is likely to be hours. */
function stepRemedy(text: string, locale: ProblemLocale): string | null {
  const number = /^\d{1,2}$/.exec(text.trim()) === null ? 0 : Number(text);
  if (number === 0 || number > 24) return null;
  const clock = hoursAsClock(number * 60);
  return locale === 'sv'
    ? `Menar du ${number} timmar? Skriv ${clock}. Menar du minuter? Avrunda dem.`
    : `Do you mean ${number} hours? Write ${clock}. Do you mean minutes? Round them.`;
}
