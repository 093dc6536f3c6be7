import type { AccountListInput } from '#lib/schemas/administration.ts';

/** Address of the list with some of its filter changed; a new filter begins at the first page. */
export function accountsHref(filter: AccountListInput, change: Partial<AccountListInput>): string {
  const { q, role, office, show, page } = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  if (show !== 'current') query.set('show', show);
  if (q !== '') query.set('q', q);
  if (role !== '') query.set('role', role);
  if (office !== '') query.set('office', office);
  if (page > 1) query.set('page', String(page));
  return `/provider/administration/accounts${query.size === 0 ? '' : `?${query}`}`;
}
