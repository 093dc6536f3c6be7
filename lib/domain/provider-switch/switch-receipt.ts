import type { OwnHelp } from '#lib/domain/assistance/assistance.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type SwitchReceipt = {
  readonly switchId: string;
  readonly version: number;
  readonly participantId: string;
  readonly decidedAt: Date;
  readonly effectiveOn: PlainDate;
  readonly undoneAt: Date | null;
  /** Until the day it takes effect, and only once. */
  readonly canBeUndone: boolean;
  readonly sharePlan: boolean;
  readonly shareFinalReport: boolean;
  readonly fromProvider: string;
  readonly toProvider: string;
  readonly street: string;
  readonly place: string;
  readonly phone: string | null;
  readonly openingHours: string | null;
  readonly to: PlainDate;
  /** What somebody else did of it for the participant. */
  readonly help: readonly OwnHelp[];
};
