import type { Deadline } from '#lib/domain/calendar/deadline.ts';
import { movedDayInWords } from '#lib/domain/terms/moved-day-words.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What a deadline is about, in a few words: a count and a month, nobody's name and no kronor. */
export function deadlineInWords(deadline: Deadline, locale: ProblemLocale): string {
  const isSwedish = locale === 'sv';
  switch (deadline.kind) {
    case 'month': {
      const month = formatMonth(deadline.month, locale);
      const { left } = deadline;
      return isSwedish
        ? `Skicka rapporterna för ${month}: ${left} kvar`
        : `Send the reports for ${month}: ${left} left`;
    }
    case 'plan':
      return isSwedish
        ? `Gör klar gemensam planering för ${counted(deadline.count, 'deltagare', 'deltagare')}`
        : `Finish the joint plan for ${counted(deadline.count, 'participant', 'participants')}`;
    case 'extension':
      return isSwedish
        ? `Lämna underlag för förlängning för ${counted(deadline.count, 'deltagare', 'deltagare')}`
        : `Hand in the basis for an extension of ${counted(deadline.count, 'participant', 'participants')}`;
    case 'finalReport':
      return isSwedish
        ? `Skicka slutredovisning för ${counted(deadline.count, 'deltagare', 'deltagare')}`
        : `Send the final report of ${counted(deadline.count, 'participant', 'participants')}`;
    case 'milestone':
      return isSwedish
        ? `Lämna underlag för ${counted(deadline.count, 'resultat', 'resultat')}`
        : `Hand in evidence of ${counted(deadline.count, 'outcome', 'outcomes')}`;
    case 'signalWindow':
      return isSwedish
        ? `Sista dag att signalera arbete eller studier för ${counted(deadline.count, 'deltagare', 'deltagare')} som har slutat`
        : `Last day to signal work or studies of ${counted(deadline.count, 'participant', 'participants')} who have ended`;
    case 'rejection':
      return isSwedish
        ? `Svara på föreslaget avslag av ${counted(deadline.count, 'rapport', 'rapporter')}`
        : `Answer the proposed rejection of ${counted(deadline.count, 'report', 'reports')}`;
    case 'statement': {
      const day = dateInWords(deadline.cutOff, locale, 'day');
      return isSwedish ? `Svara på underlaget ${day}` : `Answer the statement of ${day}`;
    }
    case 'returned': {
      const month = formatMonth(deadline.month, locale);
      return isSwedish
        ? `Komplettera ${counted(deadline.count, 'rapport', 'rapporter')} för ${month}`
        : `Complete ${counted(deadline.count, 'report', 'reports')} for ${month}`;
    }
  }
}

/** What a calendar says of it beside its title. */
export function deadlineDetail(deadline: Deadline, locale: ProblemLocale): string {
  if (deadline.kind !== 'month') return '';
  const { participants, left, moved } = deadline;
  const done =
    locale === 'sv'
      ? `${participants - left} av ${participants} är skickade.`
      : `${participants - left} of ${participants} are sent.`;
  return moved === null ? done : `${done} ${movedDayInWords(moved, locale)}`;
}
