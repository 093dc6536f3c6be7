import type { WeekLog, WeekParticipant } from '#lib/domain/activity/week-log.ts';
import type { WeekLogInput } from '#lib/schemas/activity-entry.ts';
import { findEarlierGroups } from '#lib/server/activity-entry/earlier-groups.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { absencesShown } from '#lib/server/deviation-report/absences.ts';
import { narrowedTo } from '#lib/server/activity-entry/whose-log.ts';
import { coachedBy } from '#lib/server/intake/cover-rows.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { addDays, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

type Row = Omit<WeekParticipant, 'minutes'> & { readonly total: number };

/** The log of a week, by participant. Any day of the week will do to ask for it. */
export const weekLog = defineQuery<WeekLogInput, WeekLog>({
  name: 'activityEntry.week',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Logg över aktiviteter',
  run: async (tx, input, { actor, today }) => {
    const { personId } = monthActor(actor);
    const weekFrom = mondayOf(input.weekFrom);
    const weekTo = addDays(weekFrom, 7);
    const rows = await tx.$queryRaw<Row[]>`
      WITH here AS (
        SELECT p.id, p.participant_id, p.coach_person_id, ${coachedBy(personId, today)} AS mine, n.given_name || ' ' || n.family_name AS name, n.family_name, o.name AS office,
          count(*) OVER ()::int AS total
        FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id JOIN office o ON o.id = p.office_id
        WHERE ${placementsInReach(actor)} AND p.cancelled_at IS NULL
          AND p."from" < ${weekTo}::date AND coalesce(p."end", p."to") > ${weekFrom}::date AND ${narrowedTo(input, personId, today)}
        ORDER BY n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", p.id
        LIMIT ${PAGE_SIZE} OFFSET ${(input.page - 1) * PAGE_SIZE})
      SELECT h.id::text AS "placementId", h.participant_id::text AS "participantId", h.name AS "participantName", h.office AS "officeName",
        h.mine IS TRUE AS mine, CASE WHEN h.mine AND h.coach_person_id <> ${personId}::uuid THEN k.given_name || ' ' || k.family_name END AS "coveringFor", h.total, n.activities AS planned, coalesce(e.entries, '[]') AS entries, a.absences
      FROM here h LEFT JOIN person k ON k.id = h.coach_person_id
        CROSS JOIN LATERAL (
          SELECT array_agg(x.activity::text ORDER BY x.activity) AS activities FROM plan_activity x
          WHERE x.plan_id = (SELECT n.id FROM plan n WHERE n.placement_id = h.id ORDER BY n.number DESC LIMIT 1)) n
        CROSS JOIN LATERAL (
          SELECT json_agg(json_build_object('id', e.id, 'date', e.date, 'activity', e.activity, 'form', e.form, 'minutes', e.minutes,
            'language', e.language, 'note', e.note, 'version', e.version, 'coachName', c.given_name || ' ' || c.family_name)
            ORDER BY e.date, e.id) AS entries
          FROM activity_entry e LEFT JOIN person c ON c.id = e.coach_person_id
          WHERE e.placement_id = h.id AND e.removed_at IS NULL AND e.date >= ${weekFrom}::date AND e.date < ${weekTo}::date) e
        CROSS JOIN LATERAL (${absencesShown(Prisma.sql`h.id`)}) a
      ORDER BY h.family_name COLLATE "sv-x-icu", h.name COLLATE "sv-x-icu", h.id`;
    const participants = rows.map((row): WeekParticipant => {
      const { total: _, ...shown } = row;
      return { ...shown, minutes: minutesOf(row.entries) };
    });
    const total = rows[0]?.total ?? 0;
    const shown = participants.map(({ placementId }) => placementId);
    const groups = await findEarlierGroups(tx, personId, shown, today);
    return { weekFrom, weekTo, today, participants, groups, total, page: input.page, pageSize: PAGE_SIZE };
  },
  reads: ({ participants }) => ({
    type: 'activityEntry',
    id: null,
    participantIds: participants.map(({ participantId }) => participantId),
  }),
});

function minutesOf(entries: readonly { readonly minutes: number }[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The Monday of a day's week. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - isoWeekday(date));
}
