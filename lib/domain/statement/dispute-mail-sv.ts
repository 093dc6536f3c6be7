import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type AnswerMail = { readonly subject: string; readonly text: string };

function mail(subject: string, about: string): AnswerMail {
  return {
    subject,
    text: `Hej!\n\n${about}\n\nDet här mejlet innehåller varken personuppgifter eller belopp. Logga in för att läsa mer.\n`,
  };
}

function answerBy(acceptBy: PlainDate): string {
  return `Det finns inga öppna invändningar mot underlaget längre. Svara på det senast den ${formatDate(acceptBy)}. Svarar ni inte räknas det som godkänt.`;
}

/** To reviewers: an amount has been disputed. */
export const DISPUTED_MAIL = mail(
  'En ny invändning mot ett underlag',
  'En leverantör har invänt mot ett belopp på sitt underlag. Invändningen finns i Leverantörsportalen, under Invändningar.',
);

/** To reviewers: the provider has written. */
export const PROVIDER_WROTE_MAIL = mail(
  'Nytt meddelande om en invändning',
  'En leverantör har skrivit ett meddelande om sin invändning. Det finns i Leverantörsportalen, under Invändningar.',
);

/** To reviewers: nothing is left to answer. */
export const WITHDRAWN_MAIL = mail(
  'En invändning är återtagen',
  'En leverantör har tagit tillbaka sin invändning mot ett belopp. Ni behöver inte göra något.',
);

/** To signatories: the authority has written. */
export const AUTHORITY_WROTE_MAIL = mail(
  'Arbetsförmedlingen har svarat på er invändning',
  'Det finns ett nytt meddelande om er invändning mot ett underlag. Det finns i Leverantörsportalen, under Ersättning.',
);

/** To signatories: a dispute has its answer; `acceptBy` is set where it was the last open one. */
export function closedMail(acceptBy: PlainDate | null): AnswerMail {
  const closed =
    'Arbetsförmedlingen har avslutat er invändning mot ett underlag. Svaret finns i Leverantörsportalen, under Ersättning.';
  return mail('Er invändning är avslutad', acceptBy === null ? closed : `${closed}\n\n${answerBy(acceptBy)}`);
}

/** To signatories: the last open dispute was withdrawn, and the statement is to be answered. */
export function newPeriodMail(acceptBy: PlainDate): AnswerMail {
  return mail('Svara på ert underlag', answerBy(acceptBy));
}

/** To signatories: the answering period is nearly over. */
export function reminderMail(cutOff: PlainDate, acceptBy: PlainDate): AnswerMail {
  return mail(
    'Svara på ert underlag',
    `Ert underlag, räknat till och med den ${formatDate(cutOff)}, är inte besvarat. Godkänn det, eller invänd mot de belopp som ni inte håller med om, senast den ${formatDate(acceptBy)}. Svarar ni inte räknas det som godkänt.`,
  );
}
