import type { Client } from 'pg';
import { openingWords } from '#lib/domain/quality/opening.ts';
import { newId } from '#lib/server/ids.ts';
import { FIRMS, type FirmKey, type OfficeKey } from '#prisma/seed/demo/firms.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export type WrittenOffice = {
  readonly officeId: string;
  readonly contractId: string;
  readonly providerId: string;
  readonly providerName: string;
};

export type WrittenFirms = {
  readonly providerIds: ReadonlyMap<FirmKey, string>;
  readonly office: (key: OfficeKey) => WrittenOffice;
};

/** How long the contracts have been in force: long enough for everything in the story. */
const CONTRACT_DAYS = 900;

/** Writes the firms with their contracts and offices. */
export async function writeFirms(client: Client, today: PlainDate): Promise<WrittenFirms> {
  const providerIds = new Map<FirmKey, string>();
  const offices = new Map<OfficeKey, WrittenOffice>();
  for (const firm of FIRMS) {
    const providerId = newId();
    providerIds.set(firm.key, providerId);
    await client.query('INSERT INTO provider (id, org_no, name) VALUES ($1, $2, $3)', [
      providerId,
      firm.orgNo,
      firm.name,
    ]);
    for (const contract of firm.contracts) {
      const contractId = newId();
      const { kaNumber, area, openForChoice, capacity, languages, speciality } = contract;
      await client.query(
        `INSERT INTO contract (id, ka_number, provider_id, delivery_area_id, "from", open_for_choice, capacity, languages, speciality)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          contractId,
          kaNumber,
          providerId,
          area,
          addDays(today, -CONTRACT_DAYS),
          openForChoice,
          capacity,
          languages,
          speciality,
        ],
      );
      for (const [nth, office] of contract.offices.entries()) {
        const officeId = newId();
        offices.set(office.key, { officeId, contractId, providerId, providerName: firm.name });
        const { name, street, place, lat, lon, phone, opening, forms, accessibility } = office;
        await client.query(
          `INSERT INTO office (id, provider_id, contract_id, main, name, street, place, lat, lon, phone, opening_hours, forms, accessibility)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::activity_form[], $13)`,
          [
            officeId,
            providerId,
            contractId,
            nth === 0,
            name,
            street,
            place,
            lat,
            lon,
            phone,
            openingWords(opening),
            forms,
            accessibility,
          ],
        );
        await client.query(
          `INSERT INTO office_opening (office_id, weekday, from_minute, to_minute)
           SELECT $1, * FROM unnest($2::smallint[], $3::int[], $4::int[])`,
          [
            officeId,
            opening.map(({ weekday }) => weekday),
            opening.map(({ from }) => from),
            opening.map(({ to }) => to),
          ],
        );
      }
    }
  }
  return {
    providerIds,
    office: (key) => {
      const found = offices.get(key);
      if (found === undefined) throw new Error(`The office ${key} was not written`);
      return found;
    },
  };
}
