import type { Level } from '#lib/domain/compensation/types.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A report that waits for a decision, as a line of the queue. */
export type QueuedReport = {
  readonly id: string;
  readonly version: number;
  readonly month: Month;
  readonly participantId: string;
  readonly participantName: string;
  readonly level: Level;
  readonly providerName: string;
  readonly officeName: string;
  readonly submittedOn: PlainDate;
  readonly decideBy: PlainDate;
  readonly amountOre: Ore;
  readonly risk: number;
  readonly holds: number;
  readonly takenByPersonId: string | null;
  readonly takenByName: string | null;
};

export type ReviewQueue = {
  readonly reports: readonly QueuedReport[];
  readonly total: number;
  readonly overdue: number;
  readonly mine: number;
  readonly amountOre: Ore;
  readonly page: number;
  readonly pageSize: number;
  readonly areas: readonly string[];
};
