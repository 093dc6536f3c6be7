import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How a contract stands today; only an open one can be chosen. */
export const CONTRACT_STATES = ['open', 'full', 'closed', 'coming', 'ended'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** A contract (provider × delivery area) as a line of the register. */
export type RegisteredContract = {
  readonly contractId: string;
  readonly kaNumber: string;
  readonly providerName: string;
  readonly orgNo: string;
  readonly deliveryArea: string;
  readonly places: readonly string[];
  readonly from: PlainDate;
  /** Exclusive; null goes on without end. */
  readonly to: PlainDate | null;
  readonly openForChoice: boolean;
  readonly capacity: number;
  /** Participants in the service today. */
  readonly participantsNow: number;
  /** Places held today or later, those to come too. */
  readonly placesTaken: number;
  readonly state: ContractState;
};

export type ContractRegister = {
  readonly contracts: readonly RegisteredContract[];
  readonly total: number;
  readonly providers: number;
  /** Of those shown by the filters. */
  readonly counts: Readonly<Record<ContractState, number>>;
  readonly page: number;
  readonly pageSize: number;
  readonly areas: readonly string[];
};
