import type { DocumentStatus } from '#lib/domain/document/document.ts';
import type { DecisionMoney } from '#lib/domain/placement-decision/shown-effect.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The form of a basis for an extension, as it was typed. */
export const EXTENSION_PARTS = ['done', 'progress', 'remains', 'why', 'aim'] as const;
export type ExtensionPart = (typeof EXTENSION_PARTS)[number];
export type TypedExtension = Readonly<Record<ExtensionPart, string>>;

/** The provider's basis for an extension: what has been done, progress, what remains, why another period helps, its aim. */
export type ExtensionContent = TypedExtension & {
  /** Last day of the first period: an answer is needed by then. */
  readonly answerBy: PlainDate;
};

export type ExtensionFacts = {
  readonly hasSecondPeriod: boolean;
  /** The basis that stands, if any. */
  readonly current: { readonly documentId: string; readonly status: DocumentStatus } | null;
  /** The day that it was decided that there is no second period; null: it was not. */
  readonly declinedOn: PlainDate | null;
  /** Of the terms: days before the last day that the basis is due, days of a second period. */
  readonly leadDays: number;
  readonly periodDays: number;
  /** Last day for the final report if the placement ends as planned. */
  readonly finalReportDueOn: PlainDate;
  /** What the kronor of a decision rest on; null for who does not decide. */
  readonly money: DecisionMoney | null;
};

/** What was decided of a basis. */
export type DecidedExtension =
  | { readonly kind: 'extended'; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly kind: 'notExtended'; readonly lastDay: PlainDate }
  | { readonly kind: 'returned' };
