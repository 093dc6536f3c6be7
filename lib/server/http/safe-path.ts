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

export function withoutSearch(path: string, name: string): string {
  const url = new URL(path, 'http://portal.invalid');
  url.searchParams.delete(name);
  return `${url.pathname}${url.search}`;
}

const QUEUE_NAMES = ['queue', 'at'] as const;

/**
 * A form's page with its place in the queue that it was opened from, as the browser says it: forms name their page, not how somebody
 * came to it.
 */
export function withQueueOf(path: string, referer: string | null): string {
  const from = referer === null ? null : URL.parse(referer);
  const page = new URL(path, 'http://portal.invalid');
  if (from === null || from.pathname !== page.pathname || !from.searchParams.has('queue')) return path;
  for (const name of QUEUE_NAMES) {
    const value = from.searchParams.get(name);
    if (value !== null && !page.searchParams.has(name)) page.searchParams.set(name, value);
  }
  return `${page.pathname}${page.search}`;
}
