import type { QualityListInput } from '#lib/schemas/quality.ts';

export const QUALITY_PAGE = '/provider/quality';
export const QUALITY_LIST_PAGE = '/provider/quality/participants';

export function qualityPlacementHref(placementId: string): string {
  return `${QUALITY_LIST_PAGE}/${placementId}`;
}

export function openingHref(officeId: string): string {
  return `${QUALITY_PAGE}/offices/${officeId}`;
}

/** The address of the list, or of its file, with some filters; what stands at its default is left out. */
export function qualityListHref(filter: Partial<QualityListInput>, page = QUALITY_LIST_PAGE): string {
  const search = new URLSearchParams();
  for (const name of ['q', 'office', 'coach', 'requirement', 'state'] as const) {
    const value = filter[name] ?? '';
    if (value !== '') search.set(name, value);
  }
  if (filter.page !== undefined && filter.page > 1) search.set('page', String(filter.page));
  return search.size === 0 ? page : `${page}?${search.toString()}`;
}
