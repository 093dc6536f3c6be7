import type { OwnSituation, ToChoose } from '#lib/domain/participant/own-situation.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly participantId: string;
  readonly homeLat: number | null;
  readonly homeLon: number | null;
  readonly toChoose: ToChoose | null;
};

/** What somebody with a code on paper may know of where the participant stands: the one choice, and nothing else. Null: it is made. */
export async function loadCodedSituation(tx: Tx, today: PlainDate): Promise<OwnSituation | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT h.participant_id AS "participantId", h.home_lat AS "homeLat", h.home_lon AS "homeLon",
      (SELECT json_build_object('decisionId', d.id, 'version', d.version, 'deliveryAreaId', d.delivery_area_id,
          'chooseBy', d.choose_by, 'helpedUntil', app.helped_until(d.id, ${today}::date), 'unplaced', json_agg(json_build_object('id', s.id, 'number', s.number, 'from', s."from", 'to', s."to")
            ORDER BY s.number))
        FROM decision d JOIN service_period s ON s.decision_id = d.id AND s.placement_id IS NULL AND s."to" > ${today}::date
        WHERE d.id = app.coded_decision() GROUP BY d.id) AS "toChoose"
    FROM app.coded_home() h`;
  if (row === undefined) return null;
  const { participantId, homeLat: lat, homeLon: lon, toChoose } = row;
  const home = lat === null || lon === null ? null : { lat, lon };
  return {
    participantId,
    home,
    toChoose,
    placements: [],
    pendingSwitch: null,
    hasHistory: toChoose === null,
  };
}
