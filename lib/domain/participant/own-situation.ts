import type { OwnHelp } from '#lib/domain/assistance/assistance.ts';
import type { DecidedPeriod } from '#lib/domain/choice/choose-provider.ts';
import type { Coordinates } from '#lib/domain/choice/distance.ts';
import type { OwnWork } from '#lib/domain/participant/own-work.ts';
import type { OwnDecisions } from '#lib/domain/placement-decision/placement-decision.ts';
import type { PlacedPeriod } from '#lib/domain/provider-switch/settle-switch.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A decision with service periods that nobody has been chosen for. */
export type ToChoose = {
  readonly decisionId: string;
  readonly version: number;
  readonly deliveryAreaId: string;
  readonly chooseBy: PlainDate;
  readonly unplaced: readonly DecidedPeriod[];
  /** Whether it is known that nobody can be chosen where the participant lives (vit fläck). */
  readonly nobody: boolean;
  /** First day without help, where a placement stands on the days of the decision: nobody can be chosen for it. Else null. */
  readonly helpedUntil: PlainDate | null;
};

/** A placement as its participant sees it. */
export type OwnPlacement = {
  readonly id: string;
  readonly version: number;
  readonly decisionId: string;
  readonly deliveryAreaId: string;
  readonly contractId: string;
  readonly provider: string;
  readonly street: string;
  readonly place: string;
  readonly phone: string | null;
  readonly openingHours: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly end: PlainDate | null;
  readonly coach: string | null;
  /** Who covers for the coach today, and the first day without that; null where nobody does. */
  readonly cover: { readonly name: string; readonly to: PlainDate } | null;
  readonly hasPlan: boolean;
  /** The choice by proximity that gave it, where nobody chose: its receipt says why. */
  readonly assignedChoiceId: string | null;
  readonly periods: readonly PlacedPeriod[];
};

export type PendingSwitch = {
  readonly id: string;
  readonly version: number;
  readonly effectiveOn: PlainDate;
  readonly toPlacementId: string;
};

/** Where a participant stands today: what is to be chosen, who helps now and who comes after, a switch on its way. */
export type OwnSituation = {
  readonly participantId: string;
  readonly home: Coordinates | null;
  readonly toChoose: ToChoose | null;
  /** Those that have days left, in order; a switch on its way gives two. */
  readonly placements: readonly OwnPlacement[];
  readonly pendingSwitch: PendingSwitch | null;
  /** Whether there ever was a placement. */
  readonly hasHistory: boolean;
};

export type HomeView = {
  readonly today: PlainDate;
  readonly situation: OwnSituation;
  /** Days from the start within which there is a joint plan, by the terms. */
  readonly planDays: number;
  readonly decided: OwnDecisions;
  /** Work or studies that the provider has told of. */
  readonly work: OwnWork | null;
  /** What somebody else has done last of their choices and switches for them. */
  readonly help: OwnHelp | null;
  /** Activities of this month and the one before that nothing has been said of. */
  readonly unanswered: number;
  /** The assignment that brought them to the provider that goes on, where they did not choose: its receipt says why. */
  readonly assignedChoiceId: string | null;
};
