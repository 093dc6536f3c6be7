import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ChoiceReceipt = {
  readonly choiceId: string;
  readonly participantId: string;
  readonly madeAt: Date;
  readonly provider: string;
  readonly street: string;
  readonly place: string;
  readonly phone: string | null;
  readonly openingHours: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
};
