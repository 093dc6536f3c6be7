import { errorCode } from '#lib/server/operator-fault.ts';

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** Whether an OpenID Connect client failed because the issuer did not answer, or answered that it is broken. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  if (code !== undefined && networkCodes.has(code)) return true;
  if (error.name === 'TimeoutError' || /timed out|expected 200 OK, got: 5\d\d/.test(error.message))
    return true;
  if (error instanceof AggregateError && error.errors.some(isUnreachable)) return true;
  return error.cause !== undefined && isUnreachable(error.cause);
}
