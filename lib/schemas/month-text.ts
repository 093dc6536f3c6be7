import { z } from 'zod';
import { type Month, parseMonth } from '#lib/shared/month.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';

/** A month as text, `2026-03`. */
export const monthText = z.string('Skriv år och månad som 2026-03.').transform((text, context): Month => {
  const month = parseMonth(text.trim());
  if (month !== null) return month;
  context.addIssue({
    code: 'custom',
    message: 'Skriv år och månad som 2026-03.',
    params: { code: 'monthFormat' },
  });
  return z.NEVER;
});

/** A date as text, `2026-03-09`. */
export const dateText = z.string('Skriv datumet som 2026-03-09.').transform((text, context): PlainDate => {
  const date = parsePlainDate(text.trim());
  if (date !== null) return date;
  context.addIssue({
    code: 'custom',
    message: 'Skriv datumet som 2026-03-09.',
    params: { code: 'dateFormat' },
  });
  return z.NEVER;
});
