import pino from 'pino';
import { env } from '#lib/server/env.ts';

/**
 * The process's log: one JSON line an event, without personal data. Ids of rows may stand in it; what a person typed, who
 * the person is, and what opens doors may not: such fields are removed by their names wherever an object is logged.
 */
const neverLogged = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'accessToken',
  'idToken',
  'refreshToken',
  'clientSecret',
  'identityNumber',
  'identity_number',
  'givenName',
  'familyName',
  'name',
  'email',
  'to',
  'subject',
  'text',
  'html',
  'body',
  'detail',
  'parameters',
];

let shared: pino.Logger | undefined;

export function log(): pino.Logger {
  shared ??= makeLog(env().LOG_LEVEL);
  return shared;
}

export function makeLog(level: string, stream?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: neverLogged.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    serializers: { err: serializeError },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}

/** Kind, code and place; the message only as far as it says nothing of the values (databases quote them in it). */
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  return {
    kind: error.name,
    code: 'code' in error ? error.code : undefined,
    message: withoutValues(error.message),
    stack: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
    cause: error.cause === undefined ? undefined : serializeError(error.cause),
  };
}

/** Quoted values and long numbers (identity numbers among them) are taken out of a sentence. */
export function withoutValues(text: string): string {
  return text
    .replaceAll(/"[^"]*"|'[^']*'|\([^()]*\)=\([^()]*\)/g, '…')
    .replaceAll(/\d{6,}[-+]?\d*/g, '…')
    .slice(0, 500);
}
