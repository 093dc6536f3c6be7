import type { MonthGridInput } from '#lib/schemas/report.ts';

/** The filters as fields of an address; what stands at its default is left out, and the page with it. */
export function filterFields(filter: MonthGridInput): readonly (readonly [name: string, value: string])[] {
  const { q, office, mine, state, order, add } = filter;
  return [
    ...given('q', q, ''),
    ...given('office', office, ''),
    ...given('mine', mine, ''),
    ...given('state', state, 'all'),
    ...given('order', order, 'name'),
    ...add.map((field) => ['add', field] as const),
  ];
}

function given(name: string, value: string, usual: string) {
  return value === usual ? [] : [[name, value] as const];
}

/** The address of a month with some of its filters changed. */
export function monthHref(filter: MonthGridInput, change: Partial<MonthGridInput>): string {
  const asked = { ...filter, page: 1, ...change };
  const search = new URLSearchParams(filterFields(asked).map(([name, value]) => [name, value]));
  if (asked.page > 1) search.set('page', String(asked.page));
  return `/provider/months/${asked.month}${search.size === 0 ? '' : `?${search.toString()}`}`;
}
