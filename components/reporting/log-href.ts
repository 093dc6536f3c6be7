import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What the log shows, as it stands in the address. */
export type LogFilter = {
  readonly week: PlainDate;
  readonly office: boolean;
  readonly q: string;
  readonly page: number;
};

/** The address of the log with some of its filters changed; what stands at its default is left out. */
export function logHref(
  filter: LogFilter,
  change: Partial<LogFilter> & Readonly<Record<string, unknown>>,
): string {
  const { week, office, q, page, ...more } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams({ week });
  if (office) search.set('view', 'office');
  if (q !== '') search.set('q', q);
  if (page > 1) search.set('page', String(page));
  for (const [name, value] of Object.entries(more)) search.set(name, String(value));
  return `/provider/log?${search.toString()}`;
}
