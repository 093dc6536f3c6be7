import { existsSync, readFileSync } from 'node:fs';
import type { Tally } from './steps.ts';

const NOTHING_RAN: Tally = { passed: 0, failed: 1, skipped: 0 };

/** Counts of a vitest JSON report; a missing report, or one without a single test, is a failure. */
export function vitestTally(path: string): Tally {
  if (!existsSync(path)) return NOTHING_RAN;
  const report = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>;
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numFailedTestSuites = 0 } = report;
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
  return numPassedTests + failed === 0
    ? NOTHING_RAN
    : { passed: numPassedTests, failed, skipped: numPendingTests };
}

/** Counts of a Playwright JSON report; a test that passed only when tried again counts as failed. */
export function playwrightTally(path: string): Tally {
  if (!existsSync(path)) return NOTHING_RAN;
  const { stats } = JSON.parse(readFileSync(path, 'utf8')) as { stats: Record<string, number> };
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  return expected + unexpected === 0
    ? NOTHING_RAN
    : { passed: expected, failed: unexpected + flaky, skipped };
}
