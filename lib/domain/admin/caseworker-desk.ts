import type { Level } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A participant who has a decision and no provider yet. */
export type UnchosenParticipant = {
  readonly decisionId: string;
  readonly participantId: string;
  readonly name: string;
  readonly implementationReference: string;
  readonly level: Level;
  readonly deliveryArea: string;
  readonly municipality: string | null;
  readonly arrivedOn: PlainDate;
  /** Last day to choose. */
  readonly chooseBy: PlainDate;
};

/** A switch that is decided and not in effect yet; until then it can be undone. */
export type ComingSwitch = {
  readonly id: string;
  readonly participantId: string;
  readonly name: string;
  readonly fromPlacementId: string;
  readonly fromProvider: string;
  readonly toPlacementId: string;
  readonly toProvider: string;
  readonly decidedOn: PlainDate;
  readonly effectiveOn: PlainDate;
};

/** A service that goes on and has many switches, or two close to each other. */
export type SerialSwitcher = {
  readonly decisionId: string;
  readonly participantId: string;
  readonly name: string;
  /** The placement that goes on, or the one to come. */
  readonly placementId: string;
  readonly providerName: string;
  readonly switches: number;
  /** Days between the two decisions closest to each other; null with one switch. */
  readonly shortestGapDays: number | null;
  readonly latestOn: PlainDate;
};

/** A list that shows its first rows and says how many there are. */
export type Part<Item> = { readonly items: readonly Item[]; readonly total: number };

export type CaseworkerDesk = {
  readonly unchosen: Part<UnchosenParticipant> & {
    readonly overdue: number;
    readonly page: number;
    readonly pageSize: number;
  };
  readonly comingSwitches: Part<ComingSwitch>;
  readonly serialSwitchers: Part<SerialSwitcher>;
};
