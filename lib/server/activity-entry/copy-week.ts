import { copyWeek as copied, type PlacedEntry } from '#lib/domain/activity/add-to-log.ts';
import type { NewEntry } from '#lib/domain/activity/log-entry.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { type CopyWeekInput, copyWeekInput } from '#lib/schemas/activity-entry.ts';
import { insertEntries } from '#lib/server/activity-entry/insert-entries.ts';
import { lockLog, type LogGround } from '#lib/server/activity-entry/log-ground.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays, isoWeekday } from '#lib/shared/plain-date.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type DatedEntry = NewEntry & { readonly placementId: string };
type State = LogGround & { readonly terms: Terms; readonly entries: readonly DatedEntry[] };
type Change = { readonly added: readonly PlacedEntry[]; readonly left: number };

async function entriesOfTwoWeeks(
  tx: Tx,
  { placementIds, weekFrom }: CopyWeekInput,
): Promise<readonly DatedEntry[]> {
  return await tx.$queryRaw<DatedEntry[]>`
    SELECT placement_id::text AS "placementId", date::text, activity::text, form::text, minutes, language, note FROM activity_entry
    WHERE placement_id = ANY (${placementIds}::uuid[]) AND removed_at IS NULL
      AND date >= ${addDays(weekFrom, -7)}::date AND date < ${addDays(weekFrom, 7)}::date ORDER BY date, id`;
}

/** Copies last week's log to this week: what is there already, and what cannot be, is left out and counted. */
export const copyWeek = defineCommand({
  name: 'activityEntry.copyWeek',
  mandates: ['coach'],
  input: copyWeekInput,
  async lock(tx, input: CopyWeekInput, { actor, today }): Promise<State | null> {
    const days = { from: input.weekFrom, through: addDays(input.weekFrom, 6) };
    const ground = await lockLog(tx, input.placementIds, actor, days);
    if (ground === null) return null;
    return { ...ground, terms: await termsInForce(tx, today), entries: await entriesOfTwoWeeks(tx, input) };
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide({ placements, terms, entries }, { weekFrom }, { today }) {
    if (isoWeekday(weekFrom) !== 1) {
      const message = 'Veckan ska börja på en måndag.';
      return err(
        validationProblem([{ pointer: '/weekFrom', code: 'notMonday', message, fix: 'Välj en måndag.' }]),
      );
    }
    const results = placements.map((placement) => {
      const own = entries.filter(({ placementId }) => placementId === placement.placementId);
      const lastWeek = own.filter(({ date }) => date < weekFrom);
      const thisWeek = own.filter(({ date }) => date >= weekFrom);
      return copied(placement, lastWeek, thisWeek, { ...terms, today });
    });
    const added = results.flatMap((result) => result.added);
    return ok({ added, left: results.reduce((sum, { left }) => sum + left, 0) });
  },
  async write(tx, { added, left }: Change, _, { actor, now }, { weekFrom }) {
    const entryIds = await insertEntries(tx, added, { personId: monthActor(actor).personId, now });
    return { weekFrom, copied: entryIds.length, left };
  },
  audit: ({ weekFrom, copied: count, left }, _, { placements }) => ({
    type: 'activityEntry',
    id: null,
    participantIds: placements.map(({ participantId }) => participantId),
    detail: { weekFrom, copied: count, left },
  }),
});
