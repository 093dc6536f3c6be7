import type { FiledEntry } from '#lib/domain/activity/month-log.ts';
import type { MonthLogInput } from '#lib/schemas/activity-entry.ts';
import { entriesOf } from '#lib/server/activity-entry/month-log.ts';
import { narrowedTo } from '#lib/server/activity-entry/whose-log.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import type { Month } from '#lib/shared/month.ts';

export type MonthLogFile = { readonly month: Month; readonly entries: readonly FiledEntry[] };

/** Every entry of a month's log, as it is taken home in a file; the earliest first. */
export const monthLogFile = defineQuery<MonthLogInput, MonthLogFile>({
  name: 'activityEntry.export',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Logg över aktiviteter, som fil',
  run: async (tx, input, { actor, today }) => {
    const entries = await tx.$queryRaw<FiledEntry[]>`
      SELECT e.id::text, e.date::text, e.activity::text, e.form::text, e.minutes, e.language, e.note, e.version,
        c.given_name || ' ' || c.family_name AS "coachName", p.participant_id::text AS "participantId",
        n.given_name || ' ' || n.family_name AS "participantName", o.name AS "officeName",
        coalesce((SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = p.id AND s."from" <= e.date
          ORDER BY s.number DESC LIMIT 1), '') AS reference
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id JOIN office o ON o.id = p.office_id
        JOIN activity_entry e ON ${entriesOf(input.month)} LEFT JOIN person c ON c.id = e.coach_person_id
      WHERE ${placementsInReach(actor)} AND p.cancelled_at IS NULL AND ${narrowedTo(input, monthActor(actor).personId, today)}
      ORDER BY e.date, n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", e.id`;
    return { month: input.month, entries };
  },
  reads: ({ entries }) => ({
    type: 'activityEntry',
    id: null,
    participantIds: [...new Set(entries.map(({ participantId }) => participantId))],
  }),
});
