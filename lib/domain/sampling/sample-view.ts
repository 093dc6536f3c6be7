import type { Level } from '#lib/domain/compensation/types.ts';
import type { Draw } from '#lib/domain/sampling/draw-day.ts';
import type { Estimate, SampledStratum } from '#lib/domain/sampling/estimate.ts';
import type { ShareReason } from '#lib/domain/sampling/stratum.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How far a cycle has come: waits for its day, is looked at, or is decided and told. */
export type CycleState = 'open' | 'drawn' | 'closed';

/** A cycle as lists and pages tell of it; hashes in hexadecimal, instants in ISO 8601. */
export type SampleCycle = {
  readonly id: string;
  readonly month: Month;
  readonly draw: Draw;
  readonly state: CycleState;
  /** First day on which it is drawn. */
  readonly drawOn: PlainDate;
  readonly openedAt: string;
  readonly commitment: string;
  readonly drawnAt: string | null;
  readonly frameHash: string | null;
  readonly closedAt: string | null;
  readonly secret: string | null;
};

/** A cycle with what its sample says; null while it is not drawn. */
export type ListedCycle = SampleCycle & { readonly estimate: Estimate | null };

/** A month's reports that are decided, by who decided: how many the rules did, and how many are planned, per mille. */
export type AutomaticMonth = {
  readonly month: Month;
  readonly decided: number;
  readonly automatic: number;
  readonly plannedPermille: number;
};

export type SampleList = {
  /** Those that are drawn, the latest first. */
  readonly cycles: readonly ListedCycle[];
  /** Those that are not, the next first. */
  readonly coming: readonly SampleCycle[];
  /** Drawn cycles with something in them there are in all, and the page of them. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly months: readonly AutomaticMonth[];
};

/** A stratum with its key, and why so much of it was drawn. */
export type ReadStratum = SampledStratum & {
  readonly cycleId: string;
  readonly providerId: string;
  readonly deliveryAreaId: string;
  readonly level: Level;
  readonly sharePermille: number;
  readonly because: ShareReason;
};

export type ProviderSample = {
  readonly providerId: string;
  readonly name: string;
  readonly estimate: Estimate;
};

export type SamplePage = {
  readonly cycle: ListedCycle;
  readonly providers: readonly ProviderSample[];
  /** Of the provider that is asked for; null where none is. */
  readonly chosen: {
    readonly providerId: string;
    readonly name: string;
    readonly strata: readonly ReadStratum[];
  } | null;
};

/** A provider's own closed cycles: what each says of its reports, and all of them together. */
export type OwnSamples = {
  readonly cycles: readonly (SampleCycle & { readonly estimate: Estimate })[];
  /** Of the last twelve months together; null where there is nothing. */
  readonly together: Estimate | null;
  /** The next cycles, of which only the commitment is known. */
  readonly coming: readonly SampleCycle[];
};

/** The share, 0–1, that the rules decided; null of nothing. */
export function automaticShare({
  decided,
  automatic,
}: Pick<AutomaticMonth, 'decided' | 'automatic'>): number | null {
  return decided === 0 ? null : automatic / decided;
}
