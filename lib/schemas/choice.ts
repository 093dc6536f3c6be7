import { z } from 'zod';
import { CHOICE_ORDERS } from '#lib/domain/choice/choice-filter.ts';
import { onBehalf } from '#lib/schemas/assistance.ts';

/** Whom somebody else chooses or switches for. Left out: for oneself. */
export const onBehalfOf = { onBehalfOf: z.uuid().optional() };

/** A choice: which office, for which decision, as the participant saw it. */
export const chooseProviderInput = z.object({
  ...onBehalfOf,
  decisionId: z.uuid(),
  decisionVersion: z.int().min(1),
  officeId: z.uuid(),
  ...onBehalf,
});
export type ChooseProviderInput = z.infer<typeof chooseProviderInput>;

const one = (longest: number) => z.string().trim().min(1).max(longest).nullable().catch(null);

/**
 * The query of a list of providers (`?q=&language=&meeting=&access=&support=&field=&order=&page=`). An address is typed, cut off and shared:
 * what is not understood counts as not asked for.
 */
export const choiceFilterQuery = z
  .object({
    q: z.string().trim().max(100).catch(''),
    language: one(35),
    meeting: z.enum(['onSite', 'distance']).nullable().catch(null),
    access: one(60),
    support: one(40),
    field: one(40),
    order: z.enum(CHOICE_ORDERS).catch('nearest'),
    page: z.coerce.number().int().min(1).max(1000).catch(1),
  })
  .transform(({ q, language, meeting, access, support, field, order, page }) => ({
    filter: { name: q, language, meeting, accessibility: access, support, field, order },
    page,
  }));
export type ChoiceFilterQuery = z.infer<typeof choiceFilterQuery>;

const MOST_COMPARED = 3;

/** Which offices to compare (`?compare=…&compare=…`): the first three different ones. */
export const compareQuery = z
  .object({ compare: z.union([z.string().transform((id) => [id]), z.array(z.string())]).catch([]) })
  .transform(({ compare }) => {
    const given = [...new Set(compare.filter((id) => z.uuid().safeParse(id).success))];
    return { officeIds: given.slice(0, MOST_COMPARED), tooMany: given.length > MOST_COMPARED };
  });
