/** A redirect that no cache keeps, with any number of cookies. `location` is an address or a path of the portal. */
export function redirectTo(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** `path` with the page to go on to, unless that is the first page anyway. */
export function withReturnTo(path: string, returnTo: string): string {
  if (returnTo === '/') return path;
  return `${path}${path.includes('?') ? '&' : '?'}returnTo=${encodeURIComponent(returnTo)}`;
}
