import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

export type SecuritySettings = {
  /** Origin of the identity provider: Chromium applies `form-action` to the redirect after a form, too. */
  readonly issuerOrigin: string;
  readonly https: boolean;
  /** `next dev` evaluates code and inlines styles; never set in production. */
  readonly development: boolean;
};

export function makeNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * What somebody has handed in is shown as it is: whatever it holds, nothing of it runs, and it belongs to no origin. An address that
 * gives a file ends in `/file`. Browsers fit pictures to the window by styles of their own.
 */
const FILE_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The content security policy of an address. */
export function policyFor(path: string, nonce: string, settings: SecuritySettings): string {
  return /^\/api\/.+\/file$/.test(path) ? FILE_POLICY : contentSecurityPolicy(nonce, settings);
}

/** Nothing runs that does not carry this response's nonce; nothing is fetched from or sent to elsewhere. */
function contentSecurityPolicy(nonce: string, settings: SecuritySettings): string {
  const { development } = settings;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    `form-action 'self' ${settings.issuerOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(settings.https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

export function setSecurityHeaders(
  response: ServerResponse,
  policy: string,
  settings: SecuritySettings,
): void {
  response.setHeader('Content-Security-Policy', policy);
  // `no-referrer` would make the Origin of a form `null`.
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  if (settings.https) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
}
