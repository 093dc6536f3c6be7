import type { AuthSettings } from '#lib/server/auth/context.ts';

export type CookieName =
  | 'session'
  | 'callback-url'
  | 'csrf'
  | 'state'
  | 'nonce'
  | 'pkce'
  | 'step-up'
  | 'invitation'
  | 'paper-code';

function isSecure(settings: Pick<AuthSettings, 'portalUrl'>): boolean {
  return settings.portalUrl.startsWith('https:');
}

/** `__Host-` (this host alone, Secure, whole site) wherever the portal is reached by https. */
export function cookieName(settings: Pick<AuthSettings, 'portalUrl'>, name: CookieName): string {
  return `${isSecure(settings) ? '__Host-' : ''}portal-${name}`;
}

export type CookieAttributes = {
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly path: '/';
  readonly secure: boolean;
};

/** Lax, not Strict: the identity provider's redirect back has to carry them. */
export function cookieAttributes(settings: Pick<AuthSettings, 'portalUrl'>): CookieAttributes {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(settings) };
}

/** All cookies of a request. One that comes twice counts the first time, as browsers send the most specific first. */
export function readCookies(request: Request): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at > 0 && !Object.hasOwn(found, name)) found[name] = decoded(part.slice(at + 1).trim());
  }
  return found;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not percent-encoded, so not written by us: taken as it stands, and refused where it is looked at.
    return value;
  }
}

export function readCookie(
  request: Request,
  settings: Pick<AuthSettings, 'portalUrl'>,
  name: CookieName,
): string | undefined {
  return readCookies(request)[cookieName(settings, name)];
}

/** A `Set-Cookie` header for `seconds`; 0 removes the cookie. */
export function setCookie(
  settings: Pick<AuthSettings, 'portalUrl'>,
  name: CookieName,
  value: string,
  seconds: number,
): string {
  const secure = isSecure(settings) ? '; Secure' : '';
  return `${cookieName(settings, name)}=${encodeURIComponent(value)}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
