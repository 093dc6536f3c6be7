import { z } from 'zod';
import { LEVELS } from '#lib/domain/compensation/types.ts';
import { DRAWN_ERRORS } from '#lib/domain/sampling/drawn-error.ts';
import { SAMPLE_FILE_FORMAT, type SampleFile } from '#lib/domain/sampling/sample-file.ts';
import { SHARE_REASONS } from '#lib/domain/sampling/stratum.ts';
import { parseMonth } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';

const count = z.int().min(0);
const amount = z.int().transform((value) => ore(value));
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ offset: true });
const month = z.string().transform((text, context) => {
  const read = parseMonth(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'must be a month' });
  return z.NEVER;
});
const stratum = { providerId: z.uuid(), deliveryAreaId: z.string(), level: z.enum(LEVELS) };

/** A file of a closed cycle, from wherever it comes. */
export const sampleFile: z.ZodType<SampleFile> = z.object({
  format: z.literal(SAMPLE_FILE_FORMAT),
  cycle: z.object({
    id: z.uuid(),
    month,
    draw: count,
    openedAt: instant,
    commitment: hash,
    drawnAt: instant,
    frameCount: count,
    drawnCount: count,
    frameHash: hash,
    closedAt: instant,
    secret: hash,
  }),
  providerId: z.uuid().nullable(),
  parts: z.array(hash),
  strata: z.array(
    z.object({
      ...stratum,
      frameCount: count,
      frameOre: amount,
      drawnCount: count,
      sharePermille: count,
      least: count,
      because: z.enum(SHARE_REASONS),
    }),
  ),
  reports: z.array(
    z.object({
      ...stratum,
      reportId: z.uuid(),
      contentHash: z.string(),
      amountOre: amount,
      position: count,
      drawnCount: count,
      stratumCount: count,
      drawn: z.boolean(),
    }),
  ),
  results: z.array(
    z.object({ reportId: z.uuid(), error: z.enum(DRAWN_ERRORS).nullable(), errorOre: amount }),
  ),
});
