import type { ChoiceReasoning } from '#lib/domain/choice/choice-reasoning.ts';
import type { EndReason, Level } from '#lib/domain/compensation/types.ts';
import type { ListedDocument } from '#lib/domain/document/document-pages.ts';
import type { DeskDecision } from '#lib/domain/placement-decision/placement-decision.ts';
import type { SwitchReason } from '#lib/domain/provider-switch/switch-provider.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ChoiceKind = 'active' | 'proximity';

/** A service period of the decision, half-open; `placementId` null where it waits for a provider. */
export type ShownPeriod = {
  readonly number: number;
  readonly implementationReference: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly here: boolean;
};

/** A switch in the service, undone ones too. */
export type ShownSwitch = {
  readonly id: string;
  readonly fromPlacementId: string;
  readonly fromProvider: string;
  readonly toPlacementId: string;
  readonly toProvider: string;
  readonly reason: SwitchReason | null;
  readonly decidedOn: PlainDate;
  readonly effectiveOn: PlainDate;
  readonly undoneOn: PlainDate | null;
};

/** How the report of a month stands; what it is worth is not the caseworker's matter. */
export type ShownReport = {
  readonly month: Month;
  readonly status: CurrentStatus;
  readonly submittedOn: PlainDate;
  readonly decideBy: PlainDate;
};

/** One placement with what a caseworker needs to answer for it. */
export type ShownPlacement = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly level: Level;
  /** BCP 47 tag. */
  readonly language: string;
  readonly needsLanguageSupport: boolean;
  readonly municipality: string | null;
  readonly deliveryArea: string;
  readonly agreementName: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly officeName: string;
  readonly officeStreet: string;
  readonly officePlace: string;
  readonly officePhone: string | null;
  readonly coachName: string | null;
  readonly choice: ChoiceKind;
  /** Why it is this one, where nobody chose. */
  readonly reasoning: ChoiceReasoning | null;
  readonly arrivedOn: PlainDate;
  readonly from: PlainDate;
  /** Planned end, exclusive. */
  readonly to: PlainDate;
  readonly end: PlainDate | null;
  readonly endReason: EndReason | null;
  readonly cancelled: boolean;
  readonly periods: readonly ShownPeriod[];
  readonly switches: readonly ShownSwitch[];
  readonly reports: readonly ShownReport[];
  /** The latest first. */
  readonly decisions: readonly DeskDecision[];
  readonly documents: readonly ListedDocument[];
  /** Last day for the final report, from the end or the planned end. */
  readonly finalReportDueOn: PlainDate;
};
