import { z } from 'zod';
import { LONGEST_DOCUMENT_TEXT, typedText } from '#lib/schemas/document.ts';

const part = typedText(LONGEST_DOCUMENT_TEXT);

export const typedExtension = z.object({ done: part, progress: part, remains: part, why: part, aim: part });

/** The kronor that were shown with the decision. */
export const extensionAnswer = z
  .object({ confirmed: z.string().max(200).default('') })
  .default({ confirmed: '' });
export type ExtensionAnswer = z.infer<typeof extensionAnswer>;
