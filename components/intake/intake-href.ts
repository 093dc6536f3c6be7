import type { IntakeListInput } from '#lib/schemas/intake.ts';

/** The address of the list of new participants with some of its filters changed; what stands at its default is left out. */
export function intakeHref(filter: IntakeListInput, change: Partial<IntakeListInput> = {}): string {
  const { order, page, ...texts } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams(Object.entries(texts).filter(([, value]) => value !== ''));
  if (order !== 'start') search.set('order', order);
  if (page > 1) search.set('page', String(page));
  return search.size === 0 ? '/provider/intake' : `/provider/intake?${search.toString()}`;
}
