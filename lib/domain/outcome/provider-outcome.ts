import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import type { Effect } from '#lib/domain/effect/effect.ts';
import type { OutcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import type {
  OutcomePlacement,
  OutcomeStanding,
  ShownOutcomeDecision,
  StoredOutcome,
} from '#lib/domain/outcome/outcome-page.ts';
import type { OutcomeFinding } from '#lib/domain/outcome/outcome-finding.ts';
import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import type { OutcomeStep } from '#lib/domain/outcome/outcome-steps.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The provider's form of an outcome report. */
export type OutcomeReportForm = {
  readonly today: PlainDate;
  readonly placement: OutcomePlacement;
  readonly windows: OutcomeWindows | null;
  readonly types: readonly OutcomeType[];
  /** The day that counts as signalled; null where nothing has been confirmed. */
  readonly signalledOn: PlainDate | null;
  readonly current: StoredOutcome | null;
  /** Why it cannot be sent; null where it can. */
  readonly refused: string | null;
  /** What the signal, the draft or the report that stands fills in. */
  readonly values: Readonly<Record<string, string>>;
  readonly draftVersion: number;
  /** What would be sent; the kronor only for those who see money. Null where nothing readable is typed. */
  readonly preview: {
    readonly content: OutcomeContent;
    readonly confirmation: string;
    readonly findings: readonly OutcomeFinding[];
    readonly effect: Effect | null;
  } | null;
};

/** An amount of the outcome, with why it is so or what it needs: one sentence each, in Swedish. */
export type AmountWhy = OutcomeStanding['amounts'][number] & { readonly why: string };

/** The provider's page of an outcome report: how it stands, its clock, what is missing. */
export type ProviderOutcome = {
  readonly today: PlainDate;
  readonly placement: OutcomePlacement;
  readonly outcome: StoredOutcome;
  /** What the checks found in it when it came in. */
  readonly findings: readonly OutcomeFinding[];
  readonly versions: readonly Pick<StoredOutcome, 'id' | 'number' | 'status' | 'submittedAt'>[];
  readonly windows: OutcomeWindows | null;
  readonly wantedExtentPercent: number;
  readonly clock: OutcomeStanding['clock'];
  /** Only for those who see money. */
  readonly amounts: readonly AmountWhy[] | null;
  readonly step: OutcomeStep;
  /** Without kronor for those who do not see money. */
  readonly decisions: readonly ShownOutcomeDecision[];
  readonly moves: { readonly correct: boolean; readonly takeBack: boolean; readonly giveEvidence: boolean };
};

/** A line of the provider's list: a placement with a signal or an outcome, and what comes next. */
export type ListedOutcome = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly officeName: string;
  readonly type: OutcomeType;
  readonly outcomeId: string | null;
  readonly signalId: string | null;
  readonly step: OutcomeStep;
  /** What may still come, in öre; null for those who do not see money. */
  readonly awaitedOre: Ore | null;
};

export type OutcomeList = {
  readonly today: PlainDate;
  readonly outcomes: readonly ListedOutcome[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
};
