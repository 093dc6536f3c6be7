import type { CopiedEntry } from '#lib/domain/activity/add-to-log.ts';
import type { CopyLine, WeekCopy } from '#lib/domain/activity/week-copy.ts';
import type { WeekLogInput } from '#lib/schemas/activity-entry.ts';
import { readLogGround } from '#lib/server/activity-entry/log-ground.ts';
import { copiesOf, type DatedEntry, entriesOfTwoWeeks } from '#lib/server/activity-entry/two-weeks.ts';
import { mondayOf } from '#lib/server/activity-entry/week-log.ts';
import { narrowedTo } from '#lib/server/activity-entry/whose-log.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import type { WorkedPlacement } from '#lib/server/plan/lock-placement.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** As many as one form carries; who has more narrows it by a name. */
const MOST_PARTICIPANTS = 100;

/** What copying last week's log to a week would do, so that lines can be left out before it is done. */
export const previewCopy = defineQuery<WeekLogInput, WeekCopy>({
  name: 'activityEntry.previewCopy',
  mandates: ['coach'],
  purpose: 'Logg över aktiviteter',
  run: async (tx, input, { actor, today }) => {
    const weekFrom = mondayOf(input.weekFrom);
    const placements = await tx.$queryRaw<WorkedPlacement[]>`
      SELECT p.id::text, p.participant_id::text AS "participantId", p."from"::text, coalesce(p."end", p."to")::text AS "to"
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      WHERE ${placementsInReach(actor)} AND p.cancelled_at IS NULL AND ${narrowedTo(input, monthActor(actor).personId, today)}
        AND EXISTS (SELECT 1 FROM activity_entry e WHERE e.placement_id = p.id AND e.removed_at IS NULL
          AND e.date >= ${addDays(weekFrom, -7)}::date AND e.date < ${weekFrom}::date)
      ORDER BY n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", p.id LIMIT ${MOST_PARTICIPANTS}`;
    const days = { from: weekFrom, through: addDays(weekFrom, 6) };
    const ground = await readLogGround(tx, placements, days);
    const entries = await entriesOfTwoWeeks(
      tx,
      placements.map(({ id }) => id),
      weekFrom,
    );
    const rules = { ...(await termsInForce(tx, today)), today };
    const participants = ground.placements.map((placement) => ({
      placementId: placement.placementId,
      participantId: placement.participantId,
      participantName: placement.participantName,
      lines: copiesOf(placement, entries, { weekFrom }, rules).map(lineOf),
    }));
    return { weekFrom, participants };
  },
  reads: ({ participants }) => ({
    type: 'activityEntry',
    id: null,
    participantIds: participants.map(({ participantId }) => participantId),
  }),
});

function lineOf({ original, copy, why }: CopiedEntry<DatedEntry>): CopyLine {
  if (why === null) return { entryId: original.id, copy, why };
  return {
    entryId: original.id,
    copy,
    why: why === 'there' ? { code: why, message: '' } : { code: why.code, message: why.message },
  };
}
