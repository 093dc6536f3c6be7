import { type RemoveEntryInput, removeEntryInput } from '#lib/schemas/activity-entry.ts';
import { lockEntry, type LockedEntry } from '#lib/server/activity-entry/lock-entry.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthOf } from '#lib/shared/month.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

/** Marks an entry of the log as removed, in a month that is not sent. Nothing is erased. */
export const removeEntry = defineCommand({
  name: 'activityEntry.remove',
  mandates: ['coach'],
  input: removeEntryInput,
  lock: (tx, { entryId }: RemoveEntryInput, { actor }): Promise<LockedEntry | null> =>
    lockEntry(tx, entryId, actor),
  version: ({ version }, input) => ({ seen: input.version, current: version }),
  guard({ placement, date }) {
    if (!placement.reportedMonths.has(monthOf(date))) return null;
    const title = {
      sv: 'Månaden är redan redovisad, så loggen går inte att ändra.',
      en: 'The month is reported already, so its log cannot be changed.',
    };
    return conflict([], { code: 'entryInReportedMonth', title });
  },
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { id, date }, { now }) {
    await tx.$executeRaw`UPDATE activity_entry SET removed_at = ${now.toISOString()}::timestamptz, version = version + 1
      WHERE id = ${id}::uuid`;
    return { entryId: id, date };
  },
  audit: ({ entryId, date }, _, { placement }) => ({
    type: 'activityEntry',
    id: entryId,
    participantIds: [placement.participantId],
    detail: { date },
  }),
});
