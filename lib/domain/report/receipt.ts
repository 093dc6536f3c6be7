import type { CorrectionStatus } from '#lib/domain/report/correct-report.ts';
import type { ReportStatus } from '#lib/domain/review/decide-report.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What somebody who attested has in hand: what, when, how many, how much, and where the log can prove it. */
export type Receipt = {
  readonly attestationId: string;
  readonly month: Month;
  readonly statement: string;
  /** ISO 8601 in UTC. */
  readonly attestedAt: string;
  readonly authenticatedAt: string;
  readonly attestedByName: string;
  /** By standing signature, through a provider's own system. */
  readonly standing: boolean;
  readonly contentHash: string;
  readonly reportCount: number;
  readonly amountOre: Ore;
  readonly reports: readonly ReceiptReport[];
  /** Day by which the last of them is decided; null where none waits. */
  readonly decidedBy: PlainDate | null;
  /** Where what was attested is a correction: of which report, and what has become of it. */
  readonly correction: { readonly reportId: string; readonly status: CorrectionStatus } | null;
  /** Place in the log's hash chain and its hash there; null until the worker has chained it, a few seconds after. */
  readonly chain: { readonly seq: number; readonly hash: string } | null;
};

export type ReceiptReport = {
  readonly reportId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly reference: string;
  readonly contentHash: string;
  readonly amountOre: Ore;
  readonly status: ReportStatus;
  /** Whether it can be taken back: nobody has begun to review it. */
  readonly withdrawable: boolean;
};

/** What of an attestation can be taken back, and what cannot any more. */
export type WithdrawalPreview = {
  readonly attestationId: string;
  readonly month: Month;
  readonly reports: readonly ReceiptReport[];
  readonly others: readonly ReceiptReport[];
  readonly amountOre: Ore;
  /** Over which reports can be taken back: goes with the confirmation. */
  readonly seenHash: string;
  /** Last day on which what is sent again is in time. */
  readonly dueOn: PlainDate;
  readonly today: PlainDate;
};
