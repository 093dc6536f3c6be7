import type { Actor } from '#lib/domain/actor/actor.ts';
import type { LoggedPlacement } from '#lib/domain/activity/add-to-log.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { lockPlacements, type WorkedPlacement } from '#lib/server/plan/lock-placement.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type LogGround = {
  readonly placements: readonly (LoggedPlacement & Pick<WorkedPlacement, 'participantId'>)[];
};

type Row = {
  readonly placementId: string;
  readonly name: string;
  readonly months: readonly Month[] | null;
  readonly support: Readonly<Record<PlainDate, number>> | null;
};

type Days = { readonly from: PlainDate; readonly through: PlainDate; readonly without?: string };

/**
 * Locks placements whose log is to be written, with what their days between two dates hold already (`without` leaves an
 * entry that is being changed out of it). Null where any of them is not there for this actor.
 */
export async function lockLog(
  tx: Tx,
  placementIds: readonly string[],
  actor: Actor,
  days: Days,
): Promise<LogGround | null> {
  const locked = await lockPlacements(tx, placementIds, actor);
  return locked === null ? null : await readLogGround(tx, locked, days);
}

/** What the days of some placements hold between two dates, and which of their months are closed. */
export async function readLogGround(
  tx: Tx,
  placements: readonly WorkedPlacement[],
  days: Days,
): Promise<LogGround> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id::text AS "placementId", n.given_name || ' ' || n.family_name AS name, r.months, s.support
    FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      CROSS JOIN LATERAL (
        SELECT array_agg(to_char(r.month, 'YYYY-MM')) AS months FROM report r
        WHERE r.placement_id = p.id AND r.status IN ('submitted', 'inReview', 'approved', 'rejected')) r
      CROSS JOIN LATERAL (
        SELECT json_object_agg(e.date, e.minutes) AS support FROM (
          SELECT e.date, sum(e.minutes)::int AS minutes FROM activity_entry e
          WHERE e.placement_id = p.id AND e.removed_at IS NULL AND e.activity <> 'ownWork'
            AND e.date BETWEEN ${days.from}::date AND ${days.through}::date AND e.id IS DISTINCT FROM ${days.without ?? null}::uuid
          GROUP BY e.date) e) s
    WHERE p.id = ANY (${placements.map(({ id }) => id)}::uuid[])`;
  const found = new Map(rows.map((row) => [row.placementId, row]));
  return {
    placements: placements.map(({ id, participantId, from, to }) => {
      const row = found.get(id);
      return {
        placementId: id,
        participantId,
        participantName: row?.name ?? '',
        from,
        to,
        reportedMonths: new Set(row?.months ?? []),
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are dates of the database
        support: new Map(Object.entries(row?.support ?? {}) as [PlainDate, number][]),
      };
    }),
  };
}
