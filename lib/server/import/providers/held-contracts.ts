import type { Tx } from '#lib/server/db/transaction.ts';

/** A contract that the portal holds, with its provider and its main office, as providers.csv tells it. */
export type HeldContract = {
  readonly kaNumber: string;
  readonly contractId: string;
  readonly providerId: string;
  readonly officeId: string | null;
  readonly orgNo: string;
  readonly deliveryArea: string;
  readonly from: string;
  readonly to: string | null;
  readonly openForChoice: boolean;
  readonly capacity: number;
  readonly languages: readonly string[];
  readonly speciality: string;
  readonly street: string | null;
  readonly place: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
};

export type HeldProvider = { readonly providerId: string; readonly orgNo: string; readonly name: string };

export type HeldProviders = {
  readonly contracts: ReadonlyMap<string, HeldContract>;
  readonly providers: ReadonlyMap<string, HeldProvider>;
};

/** What the portal holds of the contracts and providers of a file; locked until the transaction ends. */
export async function heldProviders(
  tx: Tx,
  asked: { readonly kaNumbers: readonly string[]; readonly orgNos: readonly string[] },
): Promise<HeldProviders> {
  const providers = await tx.$queryRaw<HeldProvider[]>`
    SELECT id::text AS "providerId", org_no AS "orgNo", name FROM provider
    WHERE org_no = ANY (${asked.orgNos}::text[]) ORDER BY id FOR UPDATE`;
  const contracts = await tx.$queryRaw<HeldContract[]>`
    SELECT c.ka_number AS "kaNumber", c.id::text AS "contractId", c.provider_id::text AS "providerId", o.id::text AS "officeId",
      p.org_no AS "orgNo", c.delivery_area_id AS "deliveryArea", c."from"::text AS "from", c."to"::text AS "to",
      c.open_for_choice AS "openForChoice", c.capacity, c.languages, c.speciality, o.street, o.place, o.lat, o.lon
    FROM contract c
    JOIN provider p ON p.id = c.provider_id
    LEFT JOIN office o ON o.contract_id = c.id AND o.main
    WHERE c.ka_number = ANY (${asked.kaNumbers}::text[]) ORDER BY c.id FOR UPDATE OF c`;
  return {
    contracts: new Map(contracts.map((contract) => [contract.kaNumber, contract])),
    providers: new Map(providers.map((provider) => [provider.orgNo, provider])),
  };
}
