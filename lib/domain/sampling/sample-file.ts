import type { DrawnErrorKind } from '#lib/domain/sampling/drawn-error.ts';
import type { DrawnStratum, RankedReport } from '#lib/domain/sampling/draw.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';

/** Which way of writing it down a file follows. */
export const SAMPLE_FILE_FORMAT = 'sample/1';

/** A cycle as anybody may know it once it is closed; hashes and the secret in hexadecimal, instants in ISO 8601. */
export type ClosedCycle = {
  readonly id: string;
  readonly month: Month;
  readonly draw: number;
  readonly openedAt: string;
  readonly commitment: string;
  readonly drawnAt: string;
  readonly frameCount: number;
  readonly drawnCount: number;
  readonly frameHash: string;
  readonly closedAt: string;
  readonly secret: string;
};

/**
 * A closed cycle as it is handed out, with what it takes to draw it again and no personal data: whole, or one provider's part, which
 * can be checked without the others' (decision 24).
 */
export type SampleFile = {
  readonly format: typeof SAMPLE_FILE_FORMAT;
  readonly cycle: ClosedCycle;
  /** Whose part it is; null for the whole cycle. */
  readonly providerId: string | null;
  /** The hash of each provider's part, in the order of their ids. */
  readonly parts: readonly string[];
  readonly strata: readonly DrawnStratum[];
  readonly reports: readonly RankedReport[];
  /** What each drawn report came to; null for sound. */
  readonly results: readonly {
    readonly reportId: string;
    readonly error: DrawnErrorKind | null;
    readonly errorOre: Ore;
  }[];
};
