import type { LoggedDay, MonthLog, MonthParticipant } from '#lib/domain/activity/month-log.ts';
import type { LoggedEntry } from '#lib/domain/activity/week-log.ts';
import type { MonthLogInput } from '#lib/schemas/activity-entry.ts';
import { narrowedTo } from '#lib/server/activity-entry/whose-log.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';

const PAGE_SIZE = 50;

/** Entries `e` of a month that count, of a placement `p`. */
export function entriesOf(month: Month): Prisma.Sql {
  return Prisma.sql`e.placement_id = p.id AND e.removed_at IS NULL
    AND e.date >= ${firstDay(month)}::date AND e.date < ${firstDay(nextMonth(month))}::date`;
}

/** A month of the log: day by day, and by participant; all entries where one participant is asked for. */
export const monthLog = defineQuery<MonthLogInput, MonthLog>({
  name: 'activityEntry.month',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Logg över aktiviteter',
  run: async (tx, input, { actor, today }) => {
    const { month, page, placementId } = input;
    const whose = Prisma.sql`${placementsInReach(actor)} AND p.cancelled_at IS NULL
      AND p."from" < ${firstDay(nextMonth(month))}::date AND coalesce(p."end", p."to") > ${firstDay(month)}::date
      AND ${narrowedTo(input, monthActor(actor).personId, today)}`;
    const days = await tx.$queryRaw<LoggedDay[]>`
      SELECT e.date::text, coalesce(sum(e.minutes) FILTER (WHERE e.activity <> 'ownWork'), 0)::int AS support,
        count(DISTINCT p.participant_id)::int AS participants, count(*)::int AS entries
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
        JOIN activity_entry e ON ${entriesOf(month)}
      WHERE ${whose} GROUP BY e.date ORDER BY e.date`;
    const rows = await tx.$queryRaw<(MonthParticipant & { readonly total: number })[]>`
      SELECT p.id::text AS "placementId", p.participant_id::text AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
        count(*) OVER ()::int AS total, e.*
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(e.minutes) FILTER (WHERE e.activity <> 'ownWork'), 0)::int AS support, count(e.id)::int AS entries,
            count(DISTINCT e.date)::int AS days
          FROM activity_entry e WHERE ${entriesOf(month)}) e
      WHERE ${whose} ORDER BY n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", p.id
      LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
    const participants = rows.map(
      ({ placementId: id, participantId, participantName, support, entries, days: loggedDays }) => ({
        placementId: id,
        participantId,
        participantName,
        support,
        entries,
        days: loggedDays,
      }),
    );
    // One that is not within reach is not there.
    if (placementId !== undefined && participants.length === 0) return null;
    return {
      month,
      today,
      days,
      participants,
      total: rows[0]?.total ?? 0,
      page,
      pageSize: PAGE_SIZE,
      entries: placementId === undefined ? null : await listEntries(tx, placementId, month),
    };
  },
  reads: ({ participants }) => ({
    type: 'activityEntry',
    id: null,
    participantIds: participants.map(({ participantId }) => participantId),
  }),
});

async function listEntries(tx: Tx, placementId: string, month: Month): Promise<readonly LoggedEntry[]> {
  return await tx.$queryRaw<LoggedEntry[]>`
    SELECT e.id::text, e.date::text, e.activity::text, e.form::text, e.minutes, e.language, e.note, e.version,
      c.given_name || ' ' || c.family_name AS "coachName"
    FROM placement p JOIN activity_entry e ON ${entriesOf(month)} LEFT JOIN person c ON c.id = e.coach_person_id
    WHERE p.id = ${placementId}::uuid ORDER BY e.date, e.id`;
}
