import { z } from 'zod';

/** The query of the list of white spots (`?area=&page=`); what is not understood counts as not asked for. */
export const whiteSpotQuery = z.object({
  area: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type WhiteSpotQuery = z.infer<typeof whiteSpotQuery>;
