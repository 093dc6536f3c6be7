import type { StatementReader } from '#components/statement/statement-reader.ts';
import type { FactPage } from '#lib/domain/statement/explain-line-sv.ts';
import type { Month } from '#lib/shared/month.ts';

/** Where a part of a statement's page is. What is null, or a first page, is left out. */
export function statementHref(
  base: string,
  query: Readonly<Record<string, string | number | null>>,
  part?: string,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== 1) search.set(name, String(value));
  }
  const text = search.toString();
  return `${base}${text === '' ? '' : `?${text}`}${part === undefined ? '' : `#${part}`}`;
}

type About = { readonly placementId: string; readonly month: Month | null };

/** The page that shows a fact to this reader, or null where there is none. */
export function factHref(reader: StatementReader, page: FactPage, about: About): string | null {
  const root = reader.pages[page];
  if (root === null) return null;
  if (page !== 'report') return `${root}/${about.placementId}`;
  return about.month === null ? null : `${root}/${about.month}/${about.placementId}`;
}
