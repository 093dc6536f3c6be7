import { opensOn } from '#lib/domain/report/checks/month-open.ts';
import { readTyped, toTyped } from '#lib/domain/month-grid/typed-month.ts';
import { monthFromLog } from '#lib/domain/report/month-from-log.ts';
import type { LoggedEntry } from '#lib/domain/activity/week-log.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';
import type { MonthRowInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadMonths } from '#lib/server/month/load-months.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { firstDay, type Month, nextMonth, previousMonth } from '#lib/shared/month.ts';

/** One participant's month: what is filled in, plan and log beside it, last month, and what keeps it from being sent. */
export const monthPage = defineQuery<MonthRowInput, MonthPage>({
  name: 'month.show',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Månadens redovisning',
  run: async (tx, { month, placementId }, { actor, today }) => {
    const [loaded] = await loadMonths(tx, { actor, month, placementIds: [placementId] }, today);
    if (loaded === undefined) return null;
    const { facts } = loaded.placementMonth;
    const entries = await findEntries(tx, placementId, month);
    const terms = (await loadRules(tx)).termsOf(month);
    const { changedBy, changedAt } = loaded;
    const typed = toTyped(loaded.row.content, loaded.unread);
    const { locale } = monthActor(actor);
    return {
      month,
      today,
      opensOn: opensOn(facts),
      dueOn: reportDueOn(month, terms),
      row: loaded.row,
      typed,
      unread: readTyped(typed, { minuteStep: terms.minuteStep, locale }).problems,
      changed: changedAt === null ? null : { by: changedBy, at: changedAt },
      planned: facts.plannedActivities,
      hasPlan: (await tx.plan.count({ where: { placementId } })) > 0,
      fromLog: monthFromLog(entries),
      entries,
      lastMonth: await findContent(tx, placementId, previousMonth(month)),
      decision: loaded.row.report === null ? null : await findDecision(tx, loaded.row.report.id),
    };
  },
  reads: ({ row }) => ({ type: 'month', id: row.placementId, participantIds: [row.participantId] }),
});

async function findEntries(tx: Tx, placementId: string, month: Month): Promise<readonly LoggedEntry[]> {
  return await tx.$queryRaw<LoggedEntry[]>`
    SELECT e.id::text, e.date::text, e.activity::text, e.form::text, e.minutes, e.language, e.note, e.version,
      c.given_name || ' ' || c.family_name AS "coachName"
    FROM activity_entry e LEFT JOIN person c ON c.id = e.coach_person_id
    WHERE e.placement_id = ${placementId}::uuid AND e.removed_at IS NULL
      AND e.date >= ${firstDay(month)}::date AND e.date < ${firstDay(nextMonth(month))}::date ORDER BY e.date, e.id`;
}

async function findContent(tx: Tx, placementId: string, month: Month): Promise<MonthPage['lastMonth']> {
  const [content] = await tx.$queryRaw<ReportContent[]>`
    SELECT r.language_support AS "languageSupport", r.job_suggestions AS "jobSuggestions", r.no_activity_reason::text AS "noActivityReason",
      coalesce((SELECT json_agg(json_build_object('activity', w.activity, 'form', w.form, 'minutes', w.minutes) ORDER BY w.id)
        FROM report_row w WHERE w.report_id = r.id), '[]') AS rows
    FROM report r WHERE r.placement_id = ${placementId}::uuid AND r.month = ${firstDay(month)}::date
      AND r.status NOT IN ('superseded', 'withdrawn')`;
  return content === undefined ? null : { month, content };
}

async function findDecision(tx: Tx, reportId: string): Promise<MonthPage['decision']> {
  const [decision] = await queryJson<NonNullable<MonthPage['decision']>>(
    tx,
    Prisma.sql`
    SELECT decision, reason, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt", effect_ore AS "effectOre",
      next_ore AS "nextOre"
    FROM (
      SELECT decision, reason, decided_at AS at, effect_ore, next_ore FROM review_decision WHERE report_id = ${reportId}::uuid
      UNION ALL
      SELECT 'reopen', reason, reopened_at, effect_ore, next_ore FROM report_reopening WHERE report_id = ${reportId}::uuid) d
    ORDER BY at DESC LIMIT 1`,
  );
  return decision ?? null;
}
