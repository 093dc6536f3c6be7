import type { MonthOverviewInput } from '#lib/schemas/report.ts';

/** The address of a month with some of its filters changed; what stands at its default is left out. */
export function monthHref(filter: MonthOverviewInput, change: Partial<MonthOverviewInput>): string {
  const { month, q, office, mine, state, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (office !== '') search.set('office', office);
  if (mine !== '') search.set('mine', mine);
  if (state !== 'all') search.set('state', state);
  if (page > 1) search.set('page', String(page));
  return `/provider/months/${month}${search.size === 0 ? '' : `?${search.toString()}`}`;
}
