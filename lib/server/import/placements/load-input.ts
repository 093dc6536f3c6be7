import { z } from 'zod';
import { END_REASONS, LEVELS } from '#lib/domain/compensation/types.ts';
import { date } from '#lib/server/import/zod-date.ts';

const person = z.object({
  identityNumber: z.string().regex(/^\d{12}$/),
  givenName: z.string().min(1),
  familyName: z.string().min(1),
  sex: z.enum(['F', 'M']),
  bornInSweden: z.boolean(),
  disabilityCode: z.boolean(),
  protected: z.boolean(),
  municipality: z.string().nullable(),
  home: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  language: z.string().min(1),
  needsLanguageSupport: z.boolean(),
});

const service = z.object({
  reference: z.string().regex(/^\d{9}$/),
  number: z.union([z.literal(1), z.literal(2)]),
  level: z.enum(LEVELS),
  agreement: z.string(),
  deliveryArea: z.string(),
  kaNumber: z.string().nullable(),
  choice: z.enum(['active', 'proximity']).nullable(),
  from: date,
  to: date,
  end: date.nullable(),
  endReason: z.enum(END_REASONS).nullable(),
});

/** Rows of placements.csv, all of each participant that is named in them, each looked at by itself already. */
export const loadPlacementsInput = z.object({
  rows: z.array(z.object({ row: z.int(), person, service })),
});
