import type { CaseKind, CaseTaking } from '#lib/domain/review/case.ts';

export type Colleague = { readonly personId: string; readonly name: string };

/** Who handed the case over, with a word, and when (an instant, ISO). */
export type HandedOver = { readonly name: string; readonly word: string; readonly at: string };

/** Whose a case is, as its page says it. */
export type HeldDesk = CaseTaking & {
  readonly kind: CaseKind;
  readonly id: string;
  readonly waits: boolean;
  readonly ownSubmission: boolean;
  /** To whom it can be handed over, where it is the reader's own. */
  readonly colleagues: readonly Colleague[];
  readonly handedOver: HandedOver | null;
};

/** Null where the case is not seen. */
export type CaseDesk = { readonly desk: HeldDesk | null };
