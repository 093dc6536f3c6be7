import type { ComparedFacts } from '#lib/domain/report/report-facts.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';

/**
 * What support was usual for a level in a scope in the twelve months before: median and median absolute deviation of the
 * square roots of minutes of support in thirty days of service. Roots, since hours are many small sums: their spread grows
 * with the square root of their size, and so roots spread alike for little and for much.
 */
export type LevelBefore = { readonly reports: number; readonly median: number; readonly deviation: number };

/** Months of fewer service days tell too little, and neither are judged nor make history. */
export const LEAST_SERVICE_DAYS = 15;
/** Reports from which a median of an office, and of an area, is worth holding anything against. */
const LEAST_REPORTS = { office: 20, area: 50 };
/** A scope that has hardly varied has not shown that nothing else can be: the deviation is at least this share of the median. */
const LEAST_DEVIATION = 0.1;
/** What makes the median deviation of a normal distribution its standard deviation. */
const NORMAL = 1.4826;

type Given = {
  readonly office: LevelBefore | null;
  readonly area: LevelBefore | null;
  readonly serviceDays: number;
};

/**
 * The minutes of support in a month of so many service days that are not far from what is usual (review section 1): outside
 * them the robust z is above the terms', both by the office's history and by the area's. Null where either is too short, or the
 * month. Nothing of the area's figures but these limits leaves it.
 */
export function usualHours(
  { office, area, serviceDays }: Given,
  { unlikelyLevelTenths }: Pick<Terms, 'unlikelyLevelTenths'>,
): ComparedFacts['usual'] {
  if (serviceDays < LEAST_SERVICE_DAYS) return null;
  if (office === null || office.reports < LEAST_REPORTS.office) return null;
  if (area === null || area.reports < LEAST_REPORTS.area) return null;
  const month = serviceDays / 30;
  const far = unlikelyLevelTenths / 10;
  const limits = [office, area].map(({ median, deviation }) => {
    const spread = far * NORMAL * Math.max(deviation, LEAST_DEVIATION * median);
    return { least: Math.max(0, median - spread) ** 2, most: (median + spread) ** 2 };
  });
  return {
    least: Math.ceil(Math.min(...limits.map(({ least }) => least)) * month),
    most: Math.floor(Math.max(...limits.map(({ most }) => most)) * month),
    median: Math.round(office.median ** 2 * month),
  };
}
