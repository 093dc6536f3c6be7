import type { AssistanceKind, AssistanceReason, AssistedBy } from '#lib/domain/assistance/assistance.ts';
import type { CodeState } from '#lib/domain/paper-code/paper-code.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A participant whom a caseworker helps. The name is the alias where the identity is protected. */
export type Helped = {
  readonly participantId: string;
  readonly name: string;
  readonly isProtected: boolean;
  /** What letters and forms are written in, unless the caseworker says otherwise. */
  readonly language: Locale;
};

/** A code that was handed out, never what it says. */
export type HandedOutCode = {
  readonly id: string;
  readonly madeOn: PlainDate;
  readonly by: string;
  readonly reason: AssistanceReason;
  readonly state: Exclude<CodeState, 'chosen'>;
  /** The last day of an open or expired one; the day on which another ended. */
  readonly day: PlainDate;
};

/** What was done for the participant by somebody else's hand. */
export type GivenHelp = {
  readonly id: string;
  readonly kind: AssistanceKind;
  readonly assistedBy: AssistedBy;
  readonly provider: string;
  readonly doneOn: PlainDate;
  readonly by: string;
  readonly reason: AssistanceReason;
  readonly letterOn: PlainDate | null;
};

/** A letter about what was done: all that it says. */
export type HelpLetter = GivenHelp & {
  readonly helped: Helped;
  readonly street: string;
  readonly place: string;
  readonly phone: string | null;
  readonly openingHours: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** What the new provider may read; null where nothing was switched. */
  readonly shared: { readonly plan: boolean; readonly finalReport: boolean } | null;
  /** The last day to undo a switch; null where there is none to undo. */
  readonly undoUntil: PlainDate | null;
  /** Who marked the letter as sent. */
  readonly letterBy: string | null;
};
