import { type ChoiceFilter, NO_FILTER } from '#lib/domain/choice/choice-filter.ts';

/** Where the list itself begins: what was asked for is answered there. */
export const LIST_ID = 'providers';

/** The address of a page of the list, with only what was asked for in it. */
export function filterAddress(path: string, filter: ChoiceFilter, page: number): string {
  const query = new URLSearchParams();
  if (filter.name !== '') query.set('q', filter.name);
  if (filter.language !== null) query.set('language', filter.language);
  if (filter.meeting !== null) query.set('meeting', filter.meeting);
  if (filter.accessibility !== null) query.set('access', filter.accessibility);
  if (filter.support !== null) query.set('support', filter.support);
  if (filter.field !== null) query.set('field', filter.field);
  if (filter.order !== NO_FILTER.order) query.set('order', filter.order);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? path : `${path}?${query}#${LIST_ID}`;
}

/** Whether anything but the order has been asked for. */
export function isFiltered(filter: ChoiceFilter): boolean {
  return filterAddress('', { ...filter, order: NO_FILTER.order }, 1) !== '';
}
