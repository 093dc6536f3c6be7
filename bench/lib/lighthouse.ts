import lighthouse from 'lighthouse';

export type Scores = {
  readonly lcpMs: number;
  readonly cls: number;
  readonly accessibility: number;
  readonly performance: number;
  readonly bestPractices: number;
  /** What took points away, by the name of the audit. */
  readonly faults: readonly string[];
};

const CATEGORIES = {
  accessibility: 'accessibility',
  performance: 'performance',
  bestPractices: 'best-practices',
} as const;

/** What Lighthouse says of a page on a phone (its own throttling), in a browser that is logged in already. */
export async function measureByLighthouse(url: string, port: number): Promise<Scores> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'silent',
    output: 'json',
    onlyCategories: Object.values(CATEGORIES),
    // The login stays.
    disableStorageReset: true,
  });
  if (result === undefined) throw new Error(`Lighthouse has no answer about ${url}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  const faults = [CATEGORIES.accessibility, CATEGORIES.bestPractices].flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  return {
    lcpMs: Math.round(value('largest-contentful-paint')),
    cls: Math.round(value('cumulative-layout-shift') * 1000) / 1000,
    accessibility: score(CATEGORIES.accessibility),
    performance: score(CATEGORIES.performance),
    bestPractices: score(CATEGORIES.bestPractices),
    faults,
  };
}
