/** `path` if it is a path within the portal, else `fallback`: nobody is sent elsewhere by a link somebody made. */
export function safePath(path: string | null | undefined, fallback: string): string {
  if (!path?.startsWith('/') || path.startsWith('//') || /[\\\p{Cc}]/u.test(path)) return fallback;
  const parsed = URL.parse(path, 'http://portal.invalid');
  return parsed?.origin === 'http://portal.invalid' ? `${parsed.pathname}${parsed.search}` : fallback;
}

export function withSearch(path: string, name: string, value: string): string {
  const url = new URL(path, 'http://portal.invalid');
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}
