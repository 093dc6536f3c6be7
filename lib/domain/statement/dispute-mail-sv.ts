import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type AnswerMail = { readonly subject: string; readonly text: string };

function mail(subject: string, about: string): AnswerMail {
  return {
    subject,
    text: `Hej!\n\n${about}\n\nDet här mejlet innehåller varken personuppgifter eller belopp. Logga in för att läsa mer.\n`,
  };
}

/** To signatories: the answering period is nearly over. */
export function reminderMail(cutOff: PlainDate, acceptBy: PlainDate): AnswerMail {
  return mail(
    'Svara på ert underlag',
    `Ert underlag, räknat till och med den ${formatDate(cutOff)}, är inte besvarat. Godkänn det, eller invänd mot de belopp som ni inte håller med om, senast den ${formatDate(acceptBy)}. Svarar ni inte räknas det som godkänt.`,
  );
}
