import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Whose log, as it stands in the address. */
type WhoseFilter = { readonly office: boolean; readonly q: string; readonly page: number };

/** What the week of the log shows, as it stands in the address. */
export type LogFilter = WhoseFilter & { readonly week: PlainDate };

/** What the month of the log shows. */
export type LogMonthFilter = WhoseFilter & { readonly month: Month; readonly participant: string | null };

/** The address of the log with some of its filters changed; what stands at its default is left out. */
export function logHref(
  filter: LogFilter,
  change: Partial<LogFilter> & Readonly<Record<string, string | number | boolean | undefined>>,
  path: '/provider/log' | '/provider/log/copy' = '/provider/log',
): string {
  return addressOf(path, { ...filter, page: 1, ...change });
}

/** The address of a month of the log. */
export function logMonthHref(filter: LogMonthFilter, change: Partial<LogMonthFilter> = {}): string {
  return addressOf('/provider/log/month', { ...filter, page: 1, ...change });
}

/** The address of a month of the log as a file. */
export function logFileHref({ month, office, q, participant }: LogMonthFilter): string {
  const search = new URLSearchParams({ month, mine: office ? '' : '1', q });
  if (participant !== null) search.set('placementId', participant);
  return `/api/provider/log/csv?${search.toString()}`;
}

function addressOf(
  path: string,
  shown: WhoseFilter & Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  const { office, q, page, ...more } = shown;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(more)) {
    if (value !== null && value !== undefined) search.set(name, String(value));
  }
  if (office) search.set('view', 'office');
  if (q !== '') search.set('q', q);
  if (page > 1) search.set('page', String(page));
  return `${path}?${search.toString()}`;
}
