import { z } from 'zod';
import { ASSISTANCE_REASONS } from '#lib/domain/assistance/assistance.ts';
import { LETTER_VIEWS } from '#lib/domain/assistance/letter-list.ts';

/** What a caseworker adds to a choice or a switch that is made for a participant. Left out by everybody else. */
export const onBehalf = {
  onBehalfOf: z.uuid().optional(),
  assistanceReason: z.enum(ASSISTANCE_REASONS).optional(),
};

/** That the letter about what was done for a participant has been printed and sent. */
export const markLetterInput = z.object({ assistanceId: z.uuid() });
export type MarkLetterInput = z.infer<typeof markLetterInput>;

/** The query of the list of letters (`?q=&show=&page=`); what is not understood counts as not asked for. */
export const letterListInput = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  show: z.enum(LETTER_VIEWS).catch('waiting').default('waiting'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type LetterListInput = z.infer<typeof letterListInput>;
