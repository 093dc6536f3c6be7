import type { Deviation, DeviationDecision } from '#lib/domain/deviation-report/deviation.ts';
import type { DocumentHead, DocumentKind } from '#lib/domain/document/document.ts';
import type { DecidedExtension, ExtensionContent } from '#lib/domain/extension/extension.ts';
import type { FinalReport } from '#lib/domain/final-report/final-report.ts';
import type { InformativeReport } from '#lib/domain/informative-report/informative-report.ts';
import type {
  DecidedInterruption,
  InterruptionContent,
} from '#lib/domain/interruption-request/interruption-request.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { OwnReportStatus } from '#lib/domain/participant/own-report.ts';
import type {
  PlacementDecision,
  PlacementDecisionKind,
} from '#lib/domain/placement-decision/placement-decision.ts';
import type { Signal, SignalDecision } from '#lib/domain/signal/signal.ts';
import type {
  GrantedSupport,
  SupportedEmployment,
} from '#lib/domain/supported-employment/supported-employment.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Everything that is sent about a participant (service description section 5), as they pick among it. */
export const SENT_KINDS = [
  'plan',
  'report',
  'deviationReport',
  'informativeReport',
  'interruptionRequest',
  'supportedEmployment',
  'extension',
  'signal',
  'finalReport',
  'decision',
] as const;
export type SentKind = (typeof SENT_KINDS)[number];

type Sent = { readonly id: string; readonly on: PlainDate };
type FromProvider = Sent & { readonly provider: string };

/** A line of what has been sent about a participant: what, when, by whom and how it stands. Never money. */
export type SentItem =
  | (FromProvider & {
      readonly kind: 'plan';
      readonly number: number;
      readonly from: PlainDate;
      readonly last: boolean;
    })
  | (FromProvider & { readonly kind: 'report'; readonly month: Month; readonly status: OwnReportStatus })
  | (FromProvider & { readonly kind: DocumentKind; readonly status: DocumentHead['status'] })
  | (Sent & {
      readonly kind: 'decision';
      readonly decision: PlacementDecisionKind;
      readonly provider: string;
    });

/** A page of it, the latest first. */
export type SentList = {
  readonly participantId: string;
  readonly items: readonly SentItem[];
  /** How much of each kind there is. */
  readonly counts: Readonly<Partial<Record<SentKind, number>>>;
  readonly today: PlainDate;
  readonly page: number;
  readonly pages: number;
};

/** Where a participant reads it. */
export function sentPath({ kind, id }: Pick<SentItem, 'kind' | 'id'>): string {
  switch (kind) {
    case 'report':
      return `/participant/reports/${id}`;
    case 'plan':
      return `/participant/documents/plans/${id}`;
    case 'decision':
      return `/participant/documents/decisions/${id}`;
    default:
      return `/participant/documents/${id}`;
  }
}

/** What a document says, and what was decided of it, by its kind. */
export type OwnDocumentContent =
  | {
      readonly kind: 'deviationReport';
      readonly content: Deviation;
      readonly decision: DeviationDecision | null;
    }
  | { readonly kind: 'informativeReport'; readonly content: InformativeReport; readonly decision: null }
  | {
      readonly kind: 'interruptionRequest';
      readonly content: InterruptionContent;
      readonly decision: DecidedInterruption | null;
    }
  | {
      readonly kind: 'supportedEmployment';
      readonly content: SupportedEmployment;
      readonly decision: GrantedSupport | null;
    }
  | {
      readonly kind: 'extension';
      readonly content: ExtensionContent;
      readonly decision: DecidedExtension | null;
    }
  | { readonly kind: 'signal'; readonly content: Signal; readonly decision: SignalDecision | null }
  | { readonly kind: 'finalReport'; readonly content: FinalReport; readonly decision: null };

/** A version of a document as its participant reads it: no money, no facts of others, nobody's name at the authority. */
export type OwnDocument = OwnDocumentContent &
  Pick<
    DocumentHead,
    'id' | 'number' | 'status' | 'why' | 'submittedOn' | 'completeBy' | 'decisionReason' | 'desk'
  > & {
    readonly participantId: string;
    readonly provider: string;
    readonly decidedOn: PlainDate | null;
    /** Of the same document, the latest first. */
    readonly versions: readonly (Pick<DocumentHead, 'id' | 'number' | 'submittedOn'> & {
      readonly current: boolean;
    })[];
    /** Whether the placement that it is about ended by a switch: then the participant decides who reads on. */
    readonly switched: boolean;
  };

/** A version of a plan, and the one before it. */
export type OwnPlanVersion = {
  readonly participantId: string;
  readonly provider: string;
  readonly version: StoredPlan;
  readonly before: StoredPlan | null;
};

/** A decision about the participant's time. */
export type OwnDecision = { readonly participantId: string; readonly decision: PlacementDecision };
