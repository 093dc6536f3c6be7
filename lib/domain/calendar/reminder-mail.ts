import type { Deadline } from '#lib/domain/calendar/deadline.ts';
import { deadlineDetail, deadlineInWords } from '#lib/domain/calendar/deadline-words.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ReminderMail = { readonly subject: string; readonly text: string };

/** The one line of a deadline: by when, what, how far. */
function lineOf(deadline: Deadline, today: PlainDate): string {
  const detail = deadlineDetail(deadline, 'sv');
  const words = `${deadlineInWords(deadline, 'sv')}.${detail === '' ? '' : ` ${detail}`}`;
  if (deadline.kind === 'returned') return `– ${words}`;
  const day = dateInWords(deadline.dueOn, 'sv', 'weekday');
  return deadline.dueOn < today ? `– Skulle ha varit klart ${day}: ${words}` : `– Senast ${day}: ${words}`;
}

/** What is left to do, by mail: counts, days and a link; nobody's name, no kronor (service description section 1). */
export function reminderMail(
  deadlines: readonly Deadline[],
  given: { readonly today: PlainDate; readonly providerName: string; readonly url: string },
): ReminderMail {
  const { today, providerName, url } = given;
  return {
    subject: 'Att göra i Leverantörsportalen',
    text: [
      'Hej!',
      `Det här är kvar att göra hos ${providerName}:`,
      deadlines.map((deadline) => lineOf(deadline, today)).join('\n'),
      `Allt finns under Att göra: ${url}/provider`,
      `Vill du inte få påminnelser? Stäng av dem här: ${url}/provider/calendar`,
      'Det här mejlet innehåller varken belopp eller personuppgifter.',
      '',
    ].join('\n\n'),
  };
}
