import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';

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
  readonly status: CurrentStatus | 'superseded' | 'withdrawn';
};
