import type { PlacedPeriod } from '#lib/domain/provider-switch/settle-switch.ts';
import type { Level } from '#lib/server/db/generated/enums.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

/** A placement with its service periods, locked until the transaction ends. */
export type LockedPlacement = {
  readonly id: string;
  readonly version: number;
  readonly participantId: string;
  readonly decisionId: string;
  readonly deliveryAreaId: string;
  readonly contractId: string;
  readonly level: Level;
  readonly agreementVersionId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly end: PlainDate | null;
  readonly endReason: string | null;
  readonly cancelled: boolean;
  readonly periods: readonly PlacedPeriod[];
};

type PlacementRow = Omit<LockedPlacement, 'from' | 'to' | 'end' | 'periods'> & {
  readonly from: string;
  readonly to: string;
  readonly end: string | null;
};

/** The participant's own placement; null where there is none with that id. */
export async function lockPlacement(
  tx: Tx,
  placementId: string,
  participantId: string,
): Promise<LockedPlacement | null> {
  const [row] = await tx.$queryRaw<PlacementRow[]>`
    SELECT l.id, l.version, l.participant_id AS "participantId", l.decision_id AS "decisionId",
      d.delivery_area_id AS "deliveryAreaId", l.contract_id AS "contractId", l.level::text AS level,
      l.agreement_version_id AS "agreementVersionId", l."from"::text AS "from", l."to"::text AS "to", l."end"::text AS "end",
      l.end_reason::text AS "endReason", l.cancelled_at IS NOT NULL AS cancelled
    FROM placement l JOIN decision d ON d.id = l.decision_id
    WHERE l.id = ${placementId}::uuid AND l.participant_id = ${participantId}::uuid FOR UPDATE OF l`;
  if (row === undefined) return null;
  const periods = await tx.$queryRaw<{ number: number; from: string; to: string }[]>`
    SELECT s.number, s."from"::text AS "from", s."to"::text AS "to"
    FROM service_period s WHERE s.placement_id = ${placementId}::uuid ORDER BY s.number FOR UPDATE`;
  return {
    ...row,
    from: plainDate(row.from),
    to: plainDate(row.to),
    end: row.end === null ? null : plainDate(row.end),
    periods: periods.map(({ number, from, to }) => ({ number, from: plainDate(from), to: plainDate(to) })),
  };
}
