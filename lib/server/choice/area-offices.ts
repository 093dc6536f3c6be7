import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import { presentationContent } from '#lib/schemas/presentation.ts';
import { type AreaOffice, presentedWords } from '#lib/domain/choice/choice-provider.ts';
import { type Coordinates, metresBetween } from '#lib/domain/choice/distance.ts';
import { closedBecause, placesLeft } from '#lib/domain/choice/open-for-choice.ts';
import { loadRatings } from '#lib/server/rating/load-ratings.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

export type AreaQuestion = {
  readonly deliveryAreaId: string;
  /** Where distances are counted from. */
  readonly home: Coordinates | null;
  readonly today: PlainDate;
  /** The day on which somebody who chose now would begin. */
  readonly startOn: PlainDate;
};

type Row = {
  readonly officeId: string;
  readonly contractId: string;
  readonly name: string;
  readonly street: string;
  readonly place: string;
  readonly phone: string | null;
  readonly openingHours: string | null;
  readonly ownWords: string;
  /** The presentation that was approved last, null where none has been. */
  readonly presented: unknown;
  readonly languages: readonly string[];
  readonly forms: readonly ActivityForm[];
  readonly accessibility: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly openForChoice: boolean;
  readonly from: string;
  readonly to: string | null;
  readonly capacity: number;
  readonly participantsNow: number;
  readonly placesTaken: number;
};

/** Every office of a delivery area, the closed ones too: a page that was open a while must say what has happened to one. */
export async function loadAreaOffices(tx: Tx, question: AreaQuestion): Promise<readonly AreaOffice[]> {
  const { deliveryAreaId, home, today, startOn } = question;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.id AS "officeId", c.id AS "contractId", v.name, o.street, o.place, o.phone, o.opening_hours AS "openingHours",
      c.speciality AS "ownWords", (SELECT s.content FROM presentation s WHERE s.office_id = o.id AND s.status = 'approved'
        ORDER BY s.decided_at DESC LIMIT 1) AS presented, coalesce(c.languages, '{}') AS languages, coalesce(o.forms::text[], '{}') AS forms,
      coalesce(o.accessibility, '{}') AS accessibility, o.lat, o.lon,
      c.open_for_choice AS "openForChoice", c."from"::text AS "from", c."to"::text AS "to", c.capacity,
      coalesce(n.participants_now, 0) AS "participantsNow", coalesce(n.places_taken, 0) AS "placesTaken"
    FROM contract c JOIN provider v ON v.id = c.provider_id JOIN office o ON o.contract_id = c.id
      LEFT JOIN app.contract_participants(ARRAY(SELECT id FROM contract WHERE delivery_area_id = ${deliveryAreaId}),
        ${today}::date, ${startOn}::date) n ON n.contract_id = c.id
    WHERE c.delivery_area_id = ${deliveryAreaId}`;
  const ratings = await loadRatings(tx, [...new Set(rows.map(({ contractId }) => contractId))], today);
  return rows.map(({ lat, lon, openForChoice, capacity, placesTaken, presented, ...row }) => {
    const from = plainDate(row.from);
    const to = row.to === null ? null : plainDate(row.to);
    const contract = { deliveryAreaId, openForChoice, from, to, capacity, placesTaken };
    return {
      ...row,
      ...(presented === null ? { presentation: null } : presentedWords(presentationContent.parse(presented))),
      contractFrom: from,
      rating: ratings.get(row.contractId) ?? { kind: 'none', because: 'notMeasured' },
      metres: home === null ? null : metresBetween(home, { lat, lon }),
      placesLeft: placesLeft(contract),
      closedBecause: closedBecause(contract, deliveryAreaId, startOn),
    };
  });
}
