import type { WaitingDecision } from '#lib/domain/choice/assign-nearest.ts';
import { type DecidedPeriod, placementToBe } from '#lib/domain/choice/choose-provider.ts';
import type { Level } from '#lib/server/db/generated/enums.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

/** A decision that waits for a provider, with the service periods that its placement would have. */
export type UnplacedDecision = WaitingDecision & {
  readonly level: Level;
  readonly agreementVersionId: string;
  readonly municipalityId: string | null;
  readonly isProtected: boolean;
  readonly chooseBy: PlainDate;
  readonly periods: readonly DecidedPeriod[];
  /** Whether the participant has a placement on those days: it waits for a caseworker, nobody has two at once. */
  readonly overlaps: boolean;
};

type Row = {
  readonly decisionId: string;
  readonly participantId: string;
  readonly level: Level;
  readonly agreementVersionId: string;
  readonly arrivedOn: string;
  readonly chooseBy: string;
  readonly municipalityId: string | null;
  readonly isProtected: boolean;
  readonly homeLat: number | null;
  readonly homeLon: number | null;
  readonly reference: string;
  readonly overlaps: boolean;
  readonly periods: readonly {
    readonly id: string;
    readonly number: number;
    readonly from: string;
    readonly to: string;
  }[];
};

/** Areas in which some decision waits for a provider, or stands as a white spot though it no longer does. */
export async function listWaitingAreas(tx: Tx, today: PlainDate): Promise<readonly string[]> {
  const areas = await tx.$queryRaw<{ readonly id: string }[]>`
    SELECT DISTINCT d.delivery_area_id AS id FROM service_period s JOIN decision d ON d.id = s.decision_id
    WHERE s.placement_id IS NULL AND s."to" > ${today}::date
    UNION SELECT d.delivery_area_id FROM white_spot w JOIN decision d ON d.id = w.decision_id WHERE w.ended_on IS NULL ORDER BY 1`;
  return areas.map(({ id }) => id);
}

/**
 * Takes the area's decisions that nobody chose for in time, until the transaction ends. One that somebody chooses for at this
 * very moment is left to them: it is met again the next time, if it still waits.
 */
export async function lockOverdue(
  tx: Tx,
  deliveryAreaId: string,
  today: PlainDate,
): Promise<readonly string[]> {
  const locked = await tx.$queryRaw<{ readonly id: string }[]>`
    SELECT d.id::text FROM decision d
    WHERE d.delivery_area_id = ${deliveryAreaId} AND d.choose_by < ${today}::date
      AND d.id IN (SELECT s.decision_id FROM service_period s WHERE s.placement_id IS NULL AND s."to" > ${today}::date)
    ORDER BY d.id FOR NO KEY UPDATE OF d SKIP LOCKED`;
  return locked.map(({ id }) => id);
}

/**
 * What of the area waits, with where and when each would begin. Of several decisions of one participant the first to arrive
 * counts, and of those that overlap a placement the first.
 */
export async function listUnplaced(
  tx: Tx,
  deliveryAreaId: string,
  today: PlainDate,
): Promise<readonly UnplacedDecision[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (d.participant_id, o.overlaps) d.id::text AS "decisionId", d.participant_id::text AS "participantId", d.level::text AS level,
      d.agreement_version_id AS "agreementVersionId", d.arrived_on::text AS "arrivedOn", d.choose_by::text AS "chooseBy",
      p.municipality_id AS "municipalityId", p.protected AS "isProtected",
      p.home_lat AS "homeLat", p.home_lon AS "homeLon", u.reference, u.periods, o.overlaps
    FROM (SELECT s.decision_id, min(s.implementation_reference) AS reference, min(s."from") AS first, max(s."to") AS last,
        json_agg(json_build_object('id', s.id, 'number', s.number, 'from', s."from", 'to', s."to") ORDER BY s.number) AS periods
      FROM service_period s WHERE s.placement_id IS NULL AND s."to" > ${today}::date GROUP BY s.decision_id) u
      JOIN decision d ON d.id = u.decision_id JOIN participant p ON p.id = d.participant_id
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM placement l WHERE l.participant_id = d.participant_id AND l.cancelled_at IS NULL
        AND l."from" < u.last AND coalesce(l."end", l."to") > greatest(u.first, ${today}::date, l."from")) AS overlaps) o
    WHERE d.delivery_area_id = ${deliveryAreaId}
    ORDER BY d.participant_id, o.overlaps, d.arrived_on, u.reference`;
  return rows.flatMap(({ homeLat, homeLon, periods: given, ...row }) => {
    const planned = placementToBe(
      given.map((period) => ({ ...period, from: plainDate(period.from), to: plainDate(period.to) })),
      today,
    );
    if (!planned.ok) return [];
    const { period, servicePeriods } = planned.value;
    return {
      ...row,
      arrivedOn: plainDate(row.arrivedOn),
      chooseBy: plainDate(row.chooseBy),
      home: homeLat === null || homeLon === null ? null : { lat: homeLat, lon: homeLon },
      from: period.from,
      to: period.to,
      periods: servicePeriods,
    };
  });
}
