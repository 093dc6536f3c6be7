import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type LogGround, lockLog } from '#lib/server/activity-entry/log-ground.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type LockedEntry = {
  readonly id: string;
  readonly date: PlainDate;
  readonly version: number;
  readonly placement: LogGround['placements'][number];
};

/** Locks an entry that is not removed, and its placement's log on `date` (its own day where none is given), without the entry itself. */
export async function lockEntry(
  tx: Tx,
  entryId: string,
  actor: Actor,
  date?: PlainDate,
): Promise<LockedEntry | null> {
  const [found] = await tx.$queryRaw<{ placementId: string; date: PlainDate }[]>`
    SELECT placement_id::text AS "placementId", date::text FROM activity_entry WHERE id = ${entryId}::uuid`;
  if (found === undefined) return null;
  const day = date ?? found.date;
  const days = { from: day, through: day, without: entryId };
  const ground = await lockLog(tx, [found.placementId], actor, days);
  const [entry] = await tx.$queryRaw<Omit<LockedEntry, 'placement'>[]>`
    SELECT id::text, date::text, version FROM activity_entry WHERE id = ${entryId}::uuid AND removed_at IS NULL FOR UPDATE`;
  const placement = ground?.placements[0];
  return entry === undefined || placement === undefined ? null : { ...entry, placement };
}
