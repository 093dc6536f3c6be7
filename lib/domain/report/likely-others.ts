/**
 * How many of a scope's reports in the twelve months before had some hours – an office's as if every month were like the one in which
 * they were commonest; null where no more than one had them, which counts as none.
 */
export type SameBefore = { readonly same: number | null; readonly reports: number };

/**
 * A flag says "this does not happen by chance": once in so many groups of equal hours it still may. There are some thousands
 * of groups a month.
 */
const CHANCE = 1e-4;
/**
 * What is expected before any history: half of the reports can have the same one row, as where everybody meets for an hour a
 * week, and each further row is the same in one of five.
 */
const FIRST_ROW = 0.5;
const EACH_ROW = 0.2;
/** How many reports of history weigh as much as what is expected before it, for the area and for the office. */
const AREA_WEIGHT = 200;
const OFFICE_WEIGHT = 50;

type Given = {
  /** Reports of other participants of the office in the month, with any activity. */
  readonly others: number;
  /** Rows of the report: hours of few rows are the same by nature. */
  readonly rows: number;
  readonly office: SameBefore;
  readonly area: SameBefore;
};

/**
 * How many other reports of an office can have the same hours by chance (review section 1): the least number that is
 * surpassed in less than one case of ten thousand, when each of the others has them with the share that they had in the
 * office's and the area's earlier months. Little history is smoothed towards what hours of so many rows have by nature.
 * Between 0 and `others`; more history of the same hours never gives less.
 */
export function likelyOthers({ others, rows, office, area }: Given): number {
  const byNature = FIRST_ROW * EACH_ROW ** Math.max(0, rows - 1);
  const inArea = ((area.same ?? 0) + AREA_WEIGHT * byNature) / (area.reports + AREA_WEIGHT);
  const inOffice = ((office.same ?? 0) + OFFICE_WEIGHT * inArea) / (office.reports + OFFICE_WEIGHT);
  return binomialQuantile(others, Math.min(inOffice, 1), CHANCE);
}

/** The least k with P(X > k) < `chance`, X binomial: `n` tries of share `p`. Summed in logarithms, so that no try is too many. */
export function binomialQuantile(n: number, p: number, chance: number): number {
  if (p >= 1) return n;
  if (p <= 0) return 0;
  const odds = Math.log(p) - Math.log1p(-p);
  let logTerm = n * Math.log1p(-p);
  let below = Math.exp(logTerm);
  let k = 0;
  while (k < n && 1 - below >= chance) {
    logTerm += Math.log((n - k) / (k + 1)) + odds;
    below += Math.exp(logTerm);
    k += 1;
  }
  return k;
}
