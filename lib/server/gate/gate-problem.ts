import { type Problem, problem, type ProblemLocale, type Text } from '#lib/shared/problem.ts';

type Refusal = Text & { readonly status: number; readonly fix: Text };

const refusals = {
  malformedRequest: {
    status: 400,
    sv: 'Det som skickades gick inte att läsa.',
    en: 'What was sent could not be read.',
    fix: {
      sv: 'Ladda om sidan och försök igen. Ett program skickar text i UTF-8, utan nolltecken och i högst 32 nivåer.',
      en: 'Reload the page and try again. A program sends text in UTF-8, without null characters, in at most 32 levels.',
    },
  },
  forbiddenOrigin: {
    status: 403,
    sv: 'Det här skickades från en annan webbplats.',
    en: 'This was sent from another website.',
    fix: {
      sv: 'Öppna sidan i portalen och skicka därifrån.',
      en: 'Open the page in the portal and send from there.',
    },
  },
  notFound: {
    status: 404,
    sv: 'Det du söker finns inte.',
    en: 'What you are looking for is not here.',
    fix: { sv: 'Kontrollera adressen.', en: 'Check the address.' },
  },
  methodNotAllowed: {
    status: 405,
    sv: 'Så går adressen inte att använda.',
    en: 'The address cannot be used that way.',
    fix: { sv: 'Gå till sidan och börja om därifrån.', en: 'Go to the page and start again from there.' },
  },
  tooSlow: {
    status: 408,
    sv: 'Det tog för lång tid att ta emot det du skickade.',
    en: 'What you sent took too long to arrive.',
    fix: { sv: 'Kontrollera anslutningen och skicka igen.', en: 'Check the connection and send it again.' },
  },
  tooLarge: {
    status: 413,
    sv: 'Det som skickades är för stort.',
    en: 'What was sent is too large.',
    fix: { sv: 'Dela upp det i mindre delar.', en: 'Divide it into smaller parts.' },
  },
  addressTooLong: {
    status: 414,
    sv: 'Adressen är för lång.',
    en: 'The address is too long.',
    fix: { sv: 'Välj färre alternativ i filtret.', en: 'Choose fewer options in the filter.' },
  },
  unsupportedMediaType: {
    status: 415,
    sv: 'Den typen av innehåll tas inte emot här.',
    en: 'That kind of content is not accepted here.',
    fix: {
      sv: 'Skicka i den form som beskrivs i /api/openapi.json.',
      en: 'Send it in the form that /api/openapi.json describes.',
    },
  },
  expectationFailed: {
    status: 417,
    sv: 'Anropet ställer ett krav som tjänsten inte har.',
    en: 'The request expects what the service does not offer.',
    fix: { sv: 'Skicka utan Expect.', en: 'Send it without Expect.' },
  },
  headersTooLarge: {
    status: 431,
    sv: 'Anropets huvuden är för stora.',
    en: 'The headers of the request are too large.',
    fix: { sv: 'Rensa webbläsarens kakor för portalen.', en: 'Clear the browser’s cookies for the portal.' },
  },
  unavailable: {
    status: 503,
    sv: 'Portalen vilar en kort stund.',
    en: 'The portal is resting for a short while.',
    fix: {
      sv: 'Vi når inte våra uppgifter just nu. Försök igen om en halv minut. Det du redan har skickat in finns kvar. Om du skickade något när det här hände, skicka det igen: det räknas bara en gång.',
      en: 'We cannot reach our data right now. Try again in half a minute. What you have already sent is safe. If you were sending something when this happened, send it again: it counts only once.',
    },
  },
  internal: {
    status: 500,
    sv: 'Något gick fel hos oss.',
    en: 'Something went wrong on our side.',
    fix: { sv: 'Försök igen om en stund.', en: 'Try again in a while.' },
  },
} as const satisfies Record<string, Refusal>;

export type RefusalCode = keyof typeof refusals;

/** What the gate answers; `pointer` names the part of the request that is at fault, such as `/headers/host`. */
export function refuse(code: RefusalCode, pointer = '', locale: ProblemLocale = 'sv'): Problem {
  const refusal = refusals[code];
  const fault = { pointer, code, message: refusal[locale], fix: refusal.fix[locale] };
  return problem(refusal.status, code, refusal, [fault], locale);
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}
