import { z } from 'zod';
import { parsePlainDate } from '#lib/shared/plain-date.ts';

/** A date in the input of an import's command. */
export const date = z.string().transform((text, context) => {
  const parsed = parsePlainDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'Skriv datum som ÅÅÅÅ-MM-DD.' });
  return z.NEVER;
});
