import { MOST_ROWS } from '#lib/schemas/report.ts';
import type { FieldProblem, ProblemCode, ProblemLocale, Text } from '#lib/shared/problem.ts';

type Fault = { readonly problem: ProblemCode; readonly message: Text; readonly fix: Text };

/** What can be wrong with a call as such, whatever it asks for. */
export const REQUEST_FAULTS = {
  notJson: {
    problem: 'malformedRequest',
    message: { sv: 'Det som skickades är inte JSON.', en: 'What was sent is not JSON.' },
    fix: {
      sv: 'Skicka ett JSON-dokument i UTF-8. Texten slutar för tidigt, eller något tecken är fel.',
      en: 'Send one JSON document in UTF-8. The text ends too soon, or some character is wrong.',
    },
  },
  duplicateKey: {
    problem: 'malformedRequest',
    message: { sv: 'Samma fält står två gånger.', en: 'The same field is there twice.' },
    fix: { sv: 'Skicka varje fält en gång.', en: 'Send each field once.' },
  },
  idempotencyKeyMissing: {
    problem: 'malformedRequest',
    message: {
      sv: 'Huvudet Idempotency-Key saknas eller är ogiltigt.',
      en: 'The header Idempotency-Key is missing or not valid.',
    },
    fix: {
      sv: 'Skicka en egen nyckel (1–200 tecken), och samma nyckel när du försöker igen.',
      en: 'Send a key of your own (1–200 characters), and the same key when you try again.',
    },
  },
  fieldMissing: {
    problem: 'invalidInput',
    message: { sv: 'Fältet saknas.', en: 'The field is missing.' },
    fix: { sv: 'Skicka det: det behövs.', en: 'Send it: it is needed.' },
  },
  wrongType: {
    problem: 'invalidInput',
    message: { sv: 'Fältet har fel typ.', en: 'The field has the wrong type.' },
    fix: { sv: 'Se vilken typ beskrivningen har.', en: 'See which type the description has.' },
  },
  wrongFormat: {
    problem: 'invalidInput',
    message: { sv: 'Fältet är skrivet på fel sätt.', en: 'The field is written in the wrong way.' },
    fix: { sv: 'Skriv det som i exemplet.', en: 'Write it as in the example.' },
  },
  monthFormat: {
    problem: 'invalidInput',
    message: { sv: 'Det är inte en månad.', en: 'It is not a month.' },
    fix: { sv: 'Skriv år och månad som 2026-03.', en: 'Write year and month as 2026-03.' },
  },
  notAllowed: {
    problem: 'invalidInput',
    message: { sv: 'Värdet finns inte att välja.', en: 'The value is not one of those to choose from.' },
    fix: { sv: 'Ange ett av de värden som beskrivs.', en: 'Give one of the values described.' },
  },
  tooFew: {
    problem: 'invalidInput',
    message: { sv: 'Det är för lite eller för få.', en: 'It is too little or too few.' },
    fix: { sv: 'Skicka minst så mycket som beskrivs.', en: 'Send at least as much as described.' },
  },
  tooMany: {
    problem: 'invalidInput',
    message: { sv: 'Det är för mycket eller för många.', en: 'It is too much or too many.' },
    fix: { sv: 'Skicka högst så mycket som beskrivs.', en: 'Send at most as much as described.' },
  },
} as const satisfies Record<string, Fault>;
export type RequestFaultCode = keyof typeof REQUEST_FAULTS;

export function requestFault(
  code: RequestFaultCode,
  pointer: string,
  locale: ProblemLocale = 'sv',
): FieldProblem {
  const { message, fix } = REQUEST_FAULTS[code];
  return { pointer, code, message: message[locale], fix: fix[locale] };
}

export function tooManyRows(rows: number, locale: ProblemLocale = 'sv'): FieldProblem {
  const words = {
    sv: {
      message: `${rows} rader är för många på en gång.`,
      fix: `Skicka högst ${MOST_ROWS} rader i varje anrop.`,
    },
    en: {
      message: `${rows} rows are too many at once.`,
      fix: `Send at most ${MOST_ROWS} rows in each call.`,
    },
  };
  return { pointer: '/rows', code: 'tooManyRows', ...words[locale] };
}
