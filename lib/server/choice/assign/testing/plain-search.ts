import { scramble } from '#lib/domain/choice/seeded-order.ts';
import type { Database } from '#lib/server/db/client.ts';

type Person = {
  readonly decisionId: string;
  readonly participantId: string;
  readonly area: string;
  readonly lat: number | null;
  readonly lon: number | null;
};
type Office = {
  readonly officeId: string;
  readonly contractId: string;
  readonly area: string;
  readonly capacity: number;
  readonly lat: number;
  readonly lon: number;
};

/** The haversine formula, written down by itself: whole metres on a sphere of 6 371 km. */
function metres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return Math.round(6_371_000 * 2 * Math.asin(Math.sqrt(Math.min(1, h))));
}

export type PlainFound = {
  /** Who gets which contract, by decision. */
  readonly contracts: ReadonlyMap<string, string>;
  /** How many had another with room just as near. */
  readonly ties: number;
  readonly without: number;
};

/**
 * The assignment without any of the product's own: one after the other in the order of arrival and reference, each looks at every
 * open premises of the area that has room, and takes the nearest. Read before anybody is assigned, from an area without placements.
 */
export async function plainSearch(owner: Database, today: string): Promise<PlainFound> {
  const people = await owner.$queryRaw<Person[]>`
    SELECT d.id::text AS "decisionId", d.participant_id::text AS "participantId", d.delivery_area_id AS area, p.home_lat AS lat, p.home_lon AS lon
    FROM decision d JOIN participant p ON p.id = d.participant_id JOIN service_period s ON s.decision_id = d.id AND s.placement_id IS NULL
    ORDER BY d.arrived_on, s.implementation_reference`;
  const offices = await owner.$queryRaw<Office[]>`
    SELECT o.id::text AS "officeId", c.id::text AS "contractId", c.delivery_area_id AS area, c.capacity, o.lat, o.lon
    FROM office o JOIN contract c ON c.id = o.contract_id WHERE c.open_for_choice`;
  const byArea = Map.groupBy(offices, ({ area }) => area);
  const taken = new Map<string, number>();
  const contracts = new Map<string, string>();
  let ties = 0;
  let without = 0;
  for (const { decisionId, participantId, area, lat, lon } of people) {
    let best: { distance: number; lot: number; contractId: string } | null = null;
    const near = new Set<string>();
    for (const office of byArea.get(area) ?? []) {
      const { contractId, capacity } = office;
      if ((taken.get(contractId) ?? 0) >= capacity) continue;
      const distance = lat === null || lon === null ? 0 : metres({ lat, lon }, office);
      const lot = scramble(`${participantId} ${today} ${contractId}`);
      if (best === null || distance < best.distance) near.clear();
      if (best === null || distance <= best.distance) near.add(contractId);
      if (best === null || distance < best.distance || (distance === best.distance && lot < best.lot))
        best = { distance, lot, contractId };
    }
    if (best === null) {
      without += 1;
      continue;
    }
    if (near.size > 1) ties += 1;
    contracts.set(decisionId, best.contractId);
    taken.set(best.contractId, (taken.get(best.contractId) ?? 0) + 1);
  }
  return { contracts, ties, without };
}

/** How many of those found were placed otherwise, or not at all, or placed though nobody was found. */
export async function differencesFrom(owner: Database, found: PlainFound): Promise<number> {
  const placed = await owner.$queryRaw<{ readonly decisionId: string; readonly contractId: string }[]>`
    SELECT decision_id::text AS "decisionId", contract_id::text AS "contractId" FROM placement WHERE cancelled_at IS NULL`;
  const wrong = placed.filter(
    ({ decisionId, contractId }) => found.contracts.get(decisionId) !== contractId,
  ).length;
  return wrong + Math.abs(found.contracts.size - placed.length);
}
