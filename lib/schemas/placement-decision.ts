import { z } from 'zod';
import { LONGEST_DOCUMENT_TEXT } from '#lib/schemas/document.ts';
import { typedEnd } from '#lib/schemas/interruption-request.ts';

/** A placement as somebody saw it. */
const seen = { placementId: z.uuid(), version: z.number().int().min(1) };

const reason = z
  .string()
  .trim()
  .min(10, 'Skriv varför på minst tio tecken.')
  .max(LONGEST_DOCUMENT_TEXT, 'Motiveringen får vara högst 2 000 tecken.');
const confirmed = z.string().max(200).default('');

export const endPlacementInput = z.object({ ...seen, ...typedEnd, reason });
export type EndPlacementInput = z.infer<typeof endPlacementInput>;

export const takeBackEndInput = z.object({ ...seen, reason, confirmed });
export type TakeBackEndInput = z.infer<typeof takeBackEndInput>;

export const extendPlacementInput = z.object({ ...seen, reason, confirmed });
export type ExtendPlacementInput = z.infer<typeof extendPlacementInput>;

export const declineExtensionInput = z.object({ ...seen, reason });
export type DeclineExtensionInput = z.infer<typeof declineExtensionInput>;
