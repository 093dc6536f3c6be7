import type { AreaContract } from '#lib/domain/choice/assign-nearest.ts';
import { isActivityForm, type ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { Coordinates } from '#lib/domain/choice/distance.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

type Premises = Coordinates & {
  readonly officeId: string;
  readonly name: string;
  readonly place: string;
  readonly forms: readonly ActivityForm[];
};

/** A contract of an area with everything that an assignment rests on and says. */
export type NamedContract = Omit<AreaContract, 'premises'> & {
  readonly providerId: string;
  readonly provider: string;
  readonly premises: readonly Premises[];
};

type Row = {
  readonly contractId: string;
  readonly providerId: string;
  readonly provider: string;
  readonly openForChoice: boolean;
  readonly from: string;
  readonly to: string | null;
  readonly capacity: number;
  readonly premises: readonly (Omit<Premises, 'forms'> & { readonly forms: readonly string[] })[];
  /** Days until which places are held, and how many each. */
  readonly held: readonly { readonly until: string; readonly count: number }[];
};

/**
 * From here to the end of the transaction nobody else takes a place of any contract of the area: the same locks as a choice
 * and a switch take, always in the same order.
 */
export async function holdAreaPlaces(tx: Tx, deliveryAreaId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('contract places ' || c.id, 0))
    FROM (SELECT id FROM contract WHERE delivery_area_id = ${deliveryAreaId} ORDER BY id OFFSET 0) c`;
}

/**
 * The contracts of an area that are not over, with their premises and places. A place is held until the placement ends; one
 * that is being left by a switch is held to its planned end until the switch takes effect (as `app.contract_participants`).
 */
export async function loadAreaContracts(
  tx: Tx,
  deliveryAreaId: string,
  today: PlainDate,
): Promise<readonly NamedContract[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id AS "contractId", c.provider_id AS "providerId", v.name AS provider, c.open_for_choice AS "openForChoice",
      c."from"::text AS "from", c."to"::text AS "to", c.capacity,
      (SELECT coalesce(json_agg(json_build_object('officeId', o.id, 'name', o.name, 'place', o.place, 'lat', o.lat, 'lon', o.lon,
          'forms', coalesce(o.forms::text[], '{}')) ORDER BY o.id), '[]') FROM office o WHERE o.contract_id = c.id) AS premises,
      (SELECT coalesce(json_agg(json_build_object('until', h.until, 'count', h.count)), '[]') FROM (
        SELECT CASE WHEN w.id IS NULL THEN coalesce(l."end", l."to") ELSE l."to" END AS until, count(*)::int AS count
        FROM placement l LEFT JOIN provider_switch w ON w.from_placement_id = l.id AND w.undone_at IS NULL AND w.effective_on > ${today}::date
        WHERE l.contract_id = c.id AND l.cancelled_at IS NULL AND l."to" > ${today}::date GROUP BY 1) h WHERE h.until > ${today}::date) AS held
    FROM contract c JOIN provider v ON v.id = c.provider_id
    WHERE c.delivery_area_id = ${deliveryAreaId} AND (c."to" IS NULL OR c."to" > ${today}::date) ORDER BY c.id`;
  return rows.map(({ held, premises, ...row }) => ({
    ...row,
    deliveryAreaId,
    from: plainDate(row.from),
    to: row.to === null ? null : plainDate(row.to),
    premises: premises.map((office) => ({ ...office, forms: office.forms.filter(isActivityForm) })),
    heldUntil: held.flatMap(({ until, count }) => Array.from({ length: count }, () => plainDate(until))),
  }));
}
