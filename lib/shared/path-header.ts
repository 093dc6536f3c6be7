import { toReturnPath } from '#lib/shared/i18n/return-path.ts';

/** The gate writes a request's own path and query here; a server component has no other way to know them. */
export const PATH_HEADER = 'x-portal-path';

/** Whether the page shows a secret once: read again, in another language, it would be gone. */
export function showsOnce(header: string | null): boolean {
  return new URLSearchParams(toReturnPath(header).split('?')[1] ?? '').has('reveal');
}

/** The page's own path and query, as they can be led back to. */
export function pathFrom(header: string | null): string {
  const [path = '/', search = ''] = toReturnPath(header).split('?');
  const query = new URLSearchParams(search);
  // Next's own mark on what it fetches while moving between pages.
  query.delete('_rsc');
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
