import type { ContractPlaces } from '#lib/domain/choice/open-for-choice.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

/** An office that somebody wants to be placed at, with what decides whether there is room. */
export type PlaceableOffice = ContractPlaces & {
  readonly officeId: string;
  readonly contractId: string;
  readonly providerId: string;
};

type OfficeRow = Omit<PlaceableOffice, 'from' | 'to' | 'placesTaken'> & {
  readonly from: string;
  readonly to: string | null;
};

/**
 * The office and how many places its contract has left for somebody who begins on `startOn`. From here to the end of the
 * transaction nobody else can take a place of that contract. Null: there is no such office.
 */
export async function holdContractPlaces(
  tx: Tx,
  officeId: string,
  today: PlainDate,
  startOn: PlainDate,
): Promise<PlaceableOffice | null> {
  const [office] = await tx.$queryRaw<OfficeRow[]>`
    SELECT o.id AS "officeId", c.id AS "contractId", c.provider_id AS "providerId", c.delivery_area_id AS "deliveryAreaId",
      c.open_for_choice AS "openForChoice", c."from"::text AS "from", c."to"::text AS "to", c.capacity
    FROM office o JOIN contract c ON c.id = o.contract_id WHERE o.id = ${officeId}::uuid`;
  if (office === undefined) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('contract places ' || ${office.contractId}, 0))`;
  // A statement of its own: it must see what was committed while the lock was waited for.
  const [count] = await tx.$queryRaw<{ readonly placesTaken: number }[]>`
    SELECT places_taken AS "placesTaken"
    FROM app.contract_participants(ARRAY[${office.contractId}::uuid], ${today}::date, ${startOn}::date)`;
  return {
    ...office,
    from: plainDate(office.from),
    to: office.to === null ? null : plainDate(office.to),
    placesTaken: count?.placesTaken ?? 0,
  };
}
