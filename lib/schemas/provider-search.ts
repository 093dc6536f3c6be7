import { z } from 'zod';
import { WORK_FIELDS } from '#lib/domain/administration/presentation.ts';

const one = (longest: number) => z.string().trim().min(1).max(longest).nullable().catch(null);

export const SEARCH_ORDERS = ['nearest', 'name'] as const;

/**
 * The query of the public search (`?q=&area=&near=&language=&meeting=&access=&field=&order=&page=`). An address is typed, cut
 * off and shared: what is not understood counts as not asked for.
 */
export const providerSearchQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  area: one(100),
  near: one(100),
  language: one(35),
  meeting: z.enum(['onSite', 'distance']).nullable().catch(null),
  access: one(60),
  field: z.enum(WORK_FIELDS).nullable().catch(null),
  order: z.enum(SEARCH_ORDERS).catch('nearest'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type ProviderSearchQuery = z.infer<typeof providerSearchQuery>;

/** A contract's number in an address. */
export const kaNumberText = z.string().regex(/^\d{8}$/);
