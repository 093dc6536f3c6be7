import { attestationContent, type AttestationContent } from '#lib/domain/report/attestation.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { LoadedMonth } from '#lib/server/month/load-months.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import type { Month } from '#lib/shared/month.ts';

export type Attestable = { readonly content: AttestationContent; readonly contentHash: string };

/** What is signed for these months, and its hash: the same for who sees it, who signs it and who checks the receipt. */
export function attestable(month: Month, months: readonly LoadedMonth[]): Attestable {
  const content = attestationContent(
    month,
    months.map(({ row: { placementId, reference, content: reported, amountOre } }) => ({
      placementId,
      reference,
      contentHash: contentHash({ placementId, month }, reported),
      amountOre,
    })),
  );
  return { content, contentHash: hashOf(content).toString('hex') };
}
