import { type Coordinates, metresBetween } from '#lib/domain/choice/distance.ts';
import { closedBecause, type ContractPlaces } from '#lib/domain/choice/open-for-choice.ts';
import { compareSeeded } from '#lib/domain/choice/seeded-order.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A decision that nobody was chosen for while there was time. */
export type WaitingDecision = {
  readonly decisionId: string;
  readonly participantId: string;
  readonly arrivedOn: PlainDate;
  /** The implementation reference of its first unplaced service period. */
  readonly reference: string;
  readonly home: Coordinates | null;
  /** The placement's days, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** A contract of the area with its premises, and until when each of its places is held. */
export type AreaContract = Omit<ContractPlaces, 'placesTaken'> & {
  readonly contractId: string;
  readonly premises: readonly ({ readonly officeId: string } & Coordinates)[];
  readonly heldUntil: readonly PlainDate[];
};

/** One contract as it was compared: its nearest premises, and whether there was room. */
export type ComparedOffice = {
  readonly officeId: string;
  readonly contractId: string;
  /** Whole metres from home; null where the home is not known. */
  readonly metres: number | null;
  /** Its place among those equally near, by the seeded order: 1 and up. */
  readonly seedPlace: number;
  readonly capacity: number;
  readonly placesTaken: number;
};

export type Assignment = {
  readonly decisionId: string;
  readonly officeId: string;
  readonly seed: string;
  /** Nearest first: everyone before the one that was assigned – they were full – who is as near, and at least three in all. */
  readonly compared: readonly ComparedOffice[];
};

export type Assigned = {
  readonly assignments: readonly Assignment[];
  /** For whom nobody open had room. */
  readonly without: readonly string[];
};

const SHOWN_AT_LEAST = 3;

/** Whether whom somebody got, the nearest who had room, has premises farther away than `reach` metres. */
export function isFar({ officeId, compared }: Assignment, reach: number): boolean {
  return compared.some((one) => one.officeId === officeId && one.metres !== null && one.metres > reach);
}

/** The seed of the order among equally near: the participant's own for the day, as in the list that they choose from. */
export function seedOf(participantId: string, today: PlainDate): string {
  return `${participantId} ${today}`;
}

/** Order in which decisions are assigned: the day the decision arrived, then its reference (choice, section 1). */
export function compareWaiting(a: WaitingDecision, b: WaitingDecision): number {
  if (a.arrivedOn !== b.arrivedOn) return a.arrivedOn < b.arrivedOn ? -1 : 1;
  return a.reference < b.reference ? -1 : Number(a.reference > b.reference);
}

/** The premises of a contract that are nearest home; equally near by the seeded order. */
function nearestPremises(
  { premises }: AreaContract,
  home: Coordinates | null,
  among: (a: string, b: string) => number,
): { readonly officeId: string; readonly metres: number | null } | null {
  let best: { officeId: string; metres: number | null } | null = null;
  for (const office of premises) {
    const metres = home === null ? null : metresBetween(home, office);
    const isNearer =
      best === null ||
      (metres ?? 0) < (best.metres ?? 0) ||
      (metres === best.metres && among(office.officeId, best.officeId) < 0);
    if (isNearer) best = { officeId: office.officeId, metres };
  }
  return best;
}

/** Contracts in force and open for who begins on that day, nearest first, with the places that are taken. */
function comparedFor(
  waiting: WaitingDecision,
  contracts: readonly AreaContract[],
  takenOn: (contract: AreaContract, day: PlainDate) => number,
  seed: string,
): readonly ComparedOffice[] {
  const among = compareSeeded(seed);
  const found = contracts.flatMap((contract) => {
    // Whether there is room comes below: who is full is compared too.
    const open = closedBecause({ ...contract, placesTaken: -1 }, contract.deliveryAreaId, waiting.from);
    const nearest = open === null ? nearestPremises(contract, waiting.home, among) : null;
    return nearest === null ? [] : [{ ...nearest, contract }];
  });
  const ordered = found.toSorted(
    (a, b) => (a.metres ?? 0) - (b.metres ?? 0) || among(a.contract.contractId, b.contract.contractId),
  );
  let seedPlace = 0;
  return ordered.map(({ officeId, metres, contract }, at) => {
    seedPlace = ordered[at - 1]?.metres === metres ? seedPlace + 1 : 1;
    const { contractId, capacity } = contract;
    const placesTaken = takenOn(contract, waiting.from);
    return { officeId, contractId, metres, seedPlace, capacity, placesTaken };
  });
}

/**
 * Gives each decision the nearest open contract of the area that has room (närhetsprincipen): great-circle distance from home
 * to the premises in whole metres; in the order of the day the decision arrived and its reference, so that places fill in that
 * order; equally near – and all, where the home is not known – by the order that the participant's list has that day. The
 * contracts are all of one delivery area. Bounds: none; time grows with decisions × premises (choice, section 1).
 */
export function assignNearest(
  waiting: readonly WaitingDecision[],
  contracts: readonly AreaContract[],
  today: PlainDate,
): Assigned {
  const held = new Map(contracts.map(({ contractId, heldUntil }) => [contractId, [...heldUntil]]));
  const counted = new Map<string, number>();
  const takenOn = ({ contractId }: AreaContract, day: PlainDate): number => {
    const key = `${contractId} ${day}`;
    const known = counted.get(key);
    if (known !== undefined) return known;
    const count = held.get(contractId)?.filter((until) => until > day).length ?? 0;
    counted.set(key, count);
    return count;
  };
  const days = new Set(waiting.map(({ from }) => from));
  const assignments: Assignment[] = [];
  const without: string[] = [];
  for (const one of waiting.toSorted(compareWaiting)) {
    const seed = seedOf(one.participantId, today);
    const compared = comparedFor(one, contracts, takenOn, seed);
    const at = compared.findIndex(({ capacity, placesTaken }) => placesTaken < capacity);
    const chosen = compared[at];
    if (chosen === undefined) {
      without.push(one.decisionId);
      continue;
    }
    held.get(chosen.contractId)?.push(one.to);
    for (const day of days) if (one.to > day) counted.delete(`${chosen.contractId} ${day}`);
    assignments.push({
      decisionId: one.decisionId,
      officeId: chosen.officeId,
      seed,
      compared: compared.filter(
        ({ metres }, index) => index <= at || index < SHOWN_AT_LEAST || metres === chosen.metres,
      ),
    });
  }
  return { assignments, without };
}
