import type { OwnSituation } from '#lib/domain/participant/own-situation.ts';
import { holdsOn } from '#lib/server/intake/cover-rows.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Row = Omit<OwnSituation, 'home'> & { readonly homeLat: number | null; readonly homeLon: number | null };

/** One query: JSON writes dates as the text that they are elsewhere. Null: there is no such participant for this actor. */
export async function loadOwnSituation(
  tx: Tx,
  participantId: string,
  today: PlainDate,
): Promise<OwnSituation | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.id AS "participantId", p.home_lat AS "homeLat", p.home_lon AS "homeLon",
      (SELECT json_build_object('decisionId', d.id, 'version', d.version, 'deliveryAreaId', d.delivery_area_id,
          'chooseBy', d.choose_by, 'nobody', EXISTS (SELECT FROM white_spot w WHERE w.decision_id = d.id AND w.kind = 'nobody' AND w.ended_on IS NULL),
          'helpedUntil', app.helped_until(d.id, ${today}::date), 'unplaced', json_agg(json_build_object('id', s.id, 'number', s.number, 'from', s."from", 'to', s."to")
            ORDER BY s.number))
        FROM decision d JOIN service_period s ON s.decision_id = d.id AND s.placement_id IS NULL AND s."to" > ${today}::date
        WHERE d.participant_id = p.id GROUP BY d.id ORDER BY d.arrived_on DESC, d.id LIMIT 1) AS "toChoose",
      coalesce((SELECT json_agg(json_build_object('id', l.id, 'version', l.version, 'decisionId', l.decision_id,
          'deliveryAreaId', d.delivery_area_id, 'contractId', l.contract_id, 'provider', v.name, 'street', o.street,
          'place', o.place, 'phone', o.phone, 'openingHours', o.opening_hours, 'from', l."from", 'to', l."to", 'end', l."end",
          'coach', (SELECT c.given_name || ' ' || c.family_name FROM person c WHERE c.id = l.coach_person_id),
          'cover', (SELECT json_build_object('name', k.given_name || ' ' || k.family_name, 'to', cover."to") FROM coach_cover cover
            JOIN person k ON k.id = cover.covering_person_id
            WHERE cover.coach_person_id = l.coach_person_id AND cover.provider_id = l.provider_id AND ${holdsOn(today)} LIMIT 1),
          'assignedChoiceId', (SELECT c.id FROM choice c WHERE c.placement_id = l.id AND c.kind = 'proximity' LIMIT 1),
          'hasPlan', EXISTS (SELECT FROM plan WHERE plan.placement_id = l.id),
          'periods', coalesce((SELECT json_agg(json_build_object('number', s.number, 'from', s."from", 'to', s."to") ORDER BY s.number)
            FROM service_period s WHERE s.placement_id = l.id), '[]')) ORDER BY l."from", l.id)
        FROM placement l JOIN decision d ON d.id = l.decision_id JOIN office o ON o.id = l.office_id
          JOIN provider v ON v.id = l.provider_id
        WHERE l.participant_id = p.id AND l.cancelled_at IS NULL
          AND coalesce(l."end", l."to") > greatest(${today}::date, l."from")), '[]') AS placements,
      (SELECT json_build_object('id', w.id, 'version', w.version, 'effectiveOn', w.effective_on, 'toPlacementId', w.to_placement_id)
        FROM provider_switch w
        WHERE w.participant_id = p.id AND w.undone_at IS NULL AND w.effective_on > ${today}::date LIMIT 1) AS "pendingSwitch",
      EXISTS (SELECT FROM placement l WHERE l.participant_id = p.id AND l.cancelled_at IS NULL) AS "hasHistory"
    FROM participant p WHERE p.id = ${participantId}::uuid`;
  if (row === undefined) return null;
  const { homeLat, homeLon, ...rest } = row;
  return { ...rest, home: homeLat === null || homeLon === null ? null : { lat: homeLat, lon: homeLon } };
}
