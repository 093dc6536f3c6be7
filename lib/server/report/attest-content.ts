import {
  attestationContent,
  type AttestationContent,
  type SignedCorrection,
} from '#lib/domain/report/attestation.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';

export type Attestable = { readonly content: AttestationContent; readonly contentHash: string };

/** A report that is about to be signed. */
export type Signed = {
  readonly placementId: string;
  readonly reference: string;
  readonly content: ReportContent;
  readonly amountOre: Ore;
};

/** What is signed for a month, and its hash: the same for who sees it, who signs it and who checks the receipt. */
export function attestable(
  month: Month,
  reports: readonly Signed[],
  corrects?: SignedCorrection,
): Attestable {
  const content = attestationContent(
    month,
    reports.map(({ placementId, reference, content: reported, amountOre }) => ({
      placementId,
      reference,
      contentHash: contentHash({ placementId, month }, reported),
      amountOre,
    })),
    corrects,
  );
  return { content, contentHash: hashOf(content).toString('hex') };
}
