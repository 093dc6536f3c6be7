import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What decides whether a contract takes a new participant. Dates are half-open; `to` null goes on without end. */
export type ContractPlaces = {
  readonly deliveryAreaId: string;
  readonly openForChoice: boolean;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** Participants that the contract may have at once, 0 or more. */
  readonly capacity: number;
  /** Places held on the day in question or later, 0 or more. */
  readonly placesTaken: number;
};

export type ClosedBecause = 'otherArea' | 'closed' | 'notInForce' | 'full';

/**
 * Why a contract takes no new participant who begins on `startOn`, or null when it does: in the participant's delivery
 * area, open for new choices, in force that day, a place left (choice, section 1). Checked in this order.
 */
export function closedBecause(
  contract: ContractPlaces,
  deliveryAreaId: string,
  startOn: PlainDate,
): ClosedBecause | null {
  if (contract.deliveryAreaId !== deliveryAreaId) return 'otherArea';
  if (!contract.openForChoice) return 'closed';
  if (startOn < contract.from || (contract.to !== null && startOn >= contract.to)) return 'notInForce';
  return placesLeft(contract) === 0 ? 'full' : null;
}

/** Places left, never below 0: a capacity that was lowered does not push anybody out. */
export function placesLeft(contract: Pick<ContractPlaces, 'capacity' | 'placesTaken'>): number {
  return Math.max(0, contract.capacity - contract.placesTaken);
}
