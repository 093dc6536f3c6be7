import { z } from 'zod';
import { PROVIDER_SORTS } from '#lib/domain/insight/provider-figures.ts';
import { type Month, parseMonth } from '#lib/shared/month.ts';

/** A month of the address; what is none is left out. */
const monthOrNull = z
  .string()
  .catch('')
  .default('')
  .transform((text): Month | null => parseMonth(text));

/** The months of a page of figures, first and last, as they stand in the address. */
export const monthsInput = z.object({ from: monthOrNull, to: monthOrNull });
export type MonthsInput = z.infer<typeof monthsInput>;

/** The list of providers, as it stands in the address. */
export const providerFiguresInput = monthsInput.extend({
  q: z.string().trim().max(100).catch('').default(''),
  area: z.string().max(10).catch('').default(''),
  sort: z.enum(PROVIDER_SORTS).catch('name').default('name'),
  order: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type ProviderFiguresInput = z.infer<typeof providerFiguresInput>;

/** One provider's page. */
export const oneProviderInput = monthsInput.extend({ providerId: z.uuid() });
export type OneProviderInput = z.infer<typeof oneProviderInput>;
