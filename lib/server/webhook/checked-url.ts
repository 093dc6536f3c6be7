import { env } from '#lib/server/env.ts';
import { endpointUrlFault, type UrlFault } from '#lib/server/webhook/endpoint-url.ts';
import { type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

const WORDS: Readonly<Record<UrlFault, { readonly message: string; readonly fix: string }>> = {
  notUrl: {
    message: 'Det där är ingen hel adress.',
    fix: 'Skriv den som https://system.exempel.se/redovisning.',
  },
  notHttps: {
    message: 'Adressen börjar inte med https://.',
    fix: 'Vi skickar bara krypterat. Låt systemet ta emot på en adress med https.',
  },
  hasPassword: {
    message: 'Adressen har ett användarnamn eller lösenord i sig.',
    fix: 'Ta bort det. Systemet känner igen oss på signaturen.',
  },
  hasFragment: { message: 'Adressen har ett # i sig.', fix: 'Ta bort det och allt som står efter.' },
  notPublic: {
    message: 'Adressen leder inte till en dator som nås från internet.',
    fix: 'Ange ett namn som är känt på internet.',
  },
};

/** The address as it is kept, or what is wrong with it. Where its name leads is looked at when something is sent. */
export function checkedUrl(given: string): Result<string, Problem> {
  const fault = endpointUrlFault(given, { allowLoopback: env().WEBHOOK_ALLOW_LOOPBACK === '1' });
  return fault === null
    ? ok(new URL(given).href)
    : err(validationProblem([{ pointer: '/url', code: fault, ...WORDS[fault] }]));
}
