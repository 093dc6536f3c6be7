import type { StatementQuery } from '#lib/schemas/statement.ts';

/** Where a part of a statement's page is. What is left out is on its first page. */
export function statementHref(base: string, query: Partial<StatementQuery>, part: string): string {
  const search = new URLSearchParams();
  if (query.show !== undefined && query.show !== null) search.set('show', query.show);
  if (query.page !== undefined && query.page > 1) search.set('page', String(query.page));
  if (query.unpaid !== undefined && query.unpaid > 1) search.set('unpaid', String(query.unpaid));
  const text = search.toString();
  return `${base}${text === '' ? '' : `?${text}`}#${part}`;
}

/** The provider's page of one month's report. */
export function reportHref(month: string, placementId: string): string {
  return `/provider/months/${month}/${placementId}`;
}
