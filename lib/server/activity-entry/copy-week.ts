import type { PlacedEntry } from '#lib/domain/activity/add-to-log.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { type CopyWeekInput, copyWeekInput } from '#lib/schemas/activity-entry.ts';
import { insertEntries } from '#lib/server/activity-entry/insert-entries.ts';
import { lockLog, type LogGround } from '#lib/server/activity-entry/log-ground.ts';
import { copiesOf, type DatedEntry, entriesOfTwoWeeks } from '#lib/server/activity-entry/two-weeks.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays, isoWeekday } from '#lib/shared/plain-date.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = LogGround & { readonly terms: Terms; readonly entries: readonly DatedEntry[] };
type Change = { readonly added: readonly PlacedEntry[]; readonly left: number };

/** Copies entries of last week's log to this week: what is there already, and what cannot be, is left out and counted. */
export const copyWeek = defineCommand({
  name: 'activityEntry.copyWeek',
  mandates: ['coach'],
  input: copyWeekInput,
  async lock(tx, { entryIds, weekFrom }: CopyWeekInput, { actor, today }): Promise<State | null> {
    const placements = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT placement_id::text AS id FROM activity_entry WHERE id = ANY (${entryIds}::uuid[])`;
    const placementIds = placements.map(({ id }) => id);
    if (placementIds.length === 0) return null;
    const ground = await lockLog(tx, placementIds, actor, { from: weekFrom, through: addDays(weekFrom, 6) });
    if (ground === null) return null;
    const entries = await entriesOfTwoWeeks(tx, placementIds, weekFrom);
    return { ...ground, terms: await termsInForce(tx, today), entries };
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide({ placements, terms, entries }, { weekFrom, entryIds }, { today }) {
    if (isoWeekday(weekFrom) !== 1) {
      const message = 'Veckan ska börja på en måndag.';
      return err(
        validationProblem([{ pointer: '/weekFrom', code: 'notMonday', message, fix: 'Välj en måndag.' }]),
      );
    }
    const chosen = new Set(entryIds);
    const added = placements.flatMap((placement) =>
      copiesOf(placement, entries, { weekFrom, chosen }, { ...terms, today })
        .filter(({ why }) => why === null)
        .map(({ copy }) => ({ ...copy, placementId: placement.placementId })),
    );
    return ok({ added, left: chosen.size - added.length });
  },
  async write(tx, { added, left }: Change, _, { actor, now }, { weekFrom }) {
    const entryIds = await insertEntries(tx, added, { personId: monthActor(actor).personId, now });
    return { weekFrom, copied: entryIds.length, left, entryIds };
  },
  audit: ({ weekFrom, copied: count, left }, _, { placements }) => ({
    type: 'activityEntry',
    id: null,
    participantIds: placements.map(({ participantId }) => participantId),
    detail: { weekFrom, copied: count, left },
  }),
});
