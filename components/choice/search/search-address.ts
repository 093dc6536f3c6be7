import type { ProviderSearchQuery } from '#lib/schemas/provider-search.ts';

const NAMES = ['q', 'area', 'near', 'language', 'meeting', 'access', 'field'] as const;

/** What is asked for beside the order and the page. */
export function askedNames(query: ProviderSearchQuery): readonly (typeof NAMES)[number][] {
  return NAMES.filter((name) => query[name] !== null && query[name] !== '');
}

/** The address of a search, with nothing in it that is not asked for. */
export function searchAddress(path: string, query: ProviderSearchQuery, page = 1): string {
  const search = new URLSearchParams();
  for (const name of askedNames(query)) search.set(name, query[name] ?? '');
  if (query.order === 'name' && query.near !== null) search.set('order', 'name');
  if (page > 1) search.set('page', String(page));
  return search.size === 0 ? path : `${path}?${search}`;
}
