import { z } from 'zod';
import { ASSISTANCE_REASONS } from '#lib/domain/assistance/assistance.ts';

/** What a caseworker adds to a choice or a switch that is made for a participant. Left out by everybody else. */
export const onBehalf = {
  onBehalfOf: z.uuid().optional(),
  assistanceReason: z.enum(ASSISTANCE_REASONS).optional(),
};

/** That the letter about what was done for a participant has been printed and sent. */
export const markLetterInput = z.object({ assistanceId: z.uuid() });
export type MarkLetterInput = z.infer<typeof markLetterInput>;
