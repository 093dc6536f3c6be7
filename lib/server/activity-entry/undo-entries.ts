import { type UndoEntriesInput, undoEntriesInput } from '#lib/schemas/activity-entry.ts';
import { type LogGround, lockLog } from '#lib/server/activity-entry/log-ground.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type Together = { readonly id: string; readonly placementId: string; readonly date: PlainDate };
type State = LogGround & { readonly entries: readonly Together[] };

/** What the actor logged in the same step as an entry, as long as nobody has changed or removed it since. */
async function loggedTogether(tx: Tx, entryId: string, personId: string): Promise<readonly Together[]> {
  return await tx.$queryRaw<Together[]>`
    SELECT e.id::text, e.placement_id::text AS "placementId", e.date::text
    FROM activity_entry x
      JOIN activity_entry e ON e.created_by_person_id = x.created_by_person_id AND e.created_at = x.created_at
    WHERE x.id = ${entryId}::uuid AND x.created_by_person_id = ${personId}::uuid AND e.version = 1 AND e.removed_at IS NULL
    ORDER BY e.date, e.id`;
}

/** Takes back what was just logged, for all for whom it was logged at once; in months that are not sent. Nothing is erased. */
export const undoEntries = defineCommand({
  name: 'activityEntry.undo',
  mandates: ['coach'],
  input: undoEntriesInput,
  async lock(tx, { entryId }: UndoEntriesInput, { actor, today }): Promise<State | null> {
    const { personId } = monthActor(actor);
    const found = await loggedTogether(tx, entryId, personId);
    if (found.length === 0) return null;
    const days = { from: today, through: today };
    const placementIds = found.map(({ placementId }) => placementId);
    const ground = await lockLog(tx, placementIds, actor, days);
    // Read again under the lock: somebody may have changed one of them meanwhile.
    return ground === null ? null : { ...ground, entries: await loggedTogether(tx, entryId, personId) };
  },
  // The entries are those that still have their first version.
  version: () => null,
  guard({ placements, entries }) {
    const reported = new Map(placements.map((one) => [one.placementId, one.reportedMonths]));
    const isOpen = entries.every(({ placementId, date }) => !reported.get(placementId)?.has(monthOf(date)));
    if (isOpen) return null;
    const title = {
      sv: 'Månaden är redan redovisad, så loggen går inte att ändra.',
      en: 'The month is reported already, so its log cannot be changed.',
    };
    return conflict([], { code: 'entryInReportedMonth', title });
  },
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { entries }, { now }) {
    await tx.$executeRaw`UPDATE activity_entry SET removed_at = ${now.toISOString()}::timestamptz, version = version + 1
      WHERE id = ANY (${entries.map(({ id }) => id)}::uuid[])`;
    return { undone: entries.length, date: entries[0]?.date ?? null };
  },
  audit: ({ undone }, _, { placements, entries }) => ({
    type: 'activityEntry',
    id: null,
    participantIds: placements.map(({ participantId }) => participantId),
    detail: { undone, entryIds: entries.map(({ id }) => id) },
  }),
});
