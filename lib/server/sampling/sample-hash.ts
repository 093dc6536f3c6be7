import { createHash, createHmac } from 'node:crypto';
import { byText, type DrawnStratum, type FramedReport, stratumText } from '#lib/domain/sampling/draw.ts';
import type { SampleFile } from '#lib/domain/sampling/sample-file.ts';
import { canonicalJson } from '#lib/server/canonical-json.ts';

// What a draw is redrawn by (decision 24). Whoever has the file of a closed cycle can do the same with any tool: ids are their
// 36 characters in lower case, secrets their 32 bytes.

/** What is published before anybody can report: SHA-256 over the cycle's id and its secret. It tells nothing of the secret. */
export function commitmentOf(cycleId: string, secret: Uint8Array): Buffer {
  return createHash('sha256').update(cycleId).update(secret).digest();
}

/** A report's rank in its cycle: HMAC-SHA-256 of the cycle's id and the report's under the secret, as hexadecimal text. */
export function rankIn(cycleId: string, secret: Uint8Array): (reportId: string) => string {
  return (reportId) => createHmac('sha256', secret).update(cycleId).update(reportId).digest('hex');
}

/**
 * SHA-256 over a provider's part of a frame: a line of canonical JSON for each stratum, in the order of area and level, then one for
 * each report, in the order of the ids. What is drawn follows from it and the secret.
 */
export function partHash(strata: readonly DrawnStratum[], reports: readonly FramedReport[]): Buffer {
  const hash = createHash('sha256');
  for (const one of strata.toSorted((a, b) => byText(stratumText(a), stratumText(b)))) {
    const { providerId, deliveryAreaId, level, frameCount, drawnCount, sharePermille, least, because } = one;
    hash.update(
      `${canonicalJson([providerId, deliveryAreaId, level, frameCount, drawnCount, sharePermille, least, because])}\n`,
    );
  }
  for (const one of reports.toSorted((a, b) => byText(a.reportId, b.reportId))) {
    const { reportId, deliveryAreaId, level, contentHash, amountOre } = one;
    hash.update(`${canonicalJson([reportId, deliveryAreaId, level, contentHash, amountOre])}\n`);
  }
  return hash.digest();
}

/** SHA-256 over the cycle's id and its parts, in the order of the providers' ids: a provider can check its own without the others'. */
export function frameHash(cycleId: string, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(cycleId);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * SHA-256 over the cycle's id and a line of canonical JSON for what each drawn report came to, in the order of the ids: the log remembers
 * it from the day on which the cycle closed.
 */
export function resultsHash(cycleId: string, results: SampleFile['results']): Buffer {
  const hash = createHash('sha256').update(cycleId);
  for (const { reportId, error, errorOre } of results.toSorted((a, b) => byText(a.reportId, b.reportId)))
    hash.update(`${canonicalJson([reportId, error, errorOre])}\n`);
  return hash.digest();
}
