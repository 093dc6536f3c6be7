import type { OwnHelp } from '#lib/domain/assistance/assistance.ts';
import type { ChoiceReasoning } from '#lib/domain/choice/choice-reasoning.ts';
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
  /** Whether nobody chose in time. */
  readonly isAssigned: boolean;
  /** Why it is they, where nobody chose; null where somebody did, and of a protected identity. */
  readonly reasoning: ChoiceReasoning | null;
  /** What somebody else did of it for the participant. */
  readonly help: readonly OwnHelp[];
};
