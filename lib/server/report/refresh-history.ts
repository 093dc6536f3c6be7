import { LEAST_SERVICE_DAYS } from '#lib/domain/report/usual-hours.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addMonthsTo, firstDay, type Month, monthOf, previousMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const LONGEST = 900_000;
/** Months before a month that make its history, and months for which a history is kept: late reports are held against their own. */
const HISTORY_MONTHS = 12;
/**
 * Groups have the same hours one month and others the next, as its weeks fall. So an office's hours are as usual as in the month in which
 * they were commonest; a month of fewer reports than these counts as one of so many, since in a few anything is common.
 */
const LEAST_OF_A_MONTH = 20;

/** Works out anew what is usual for the months that are reported: the one that goes on, and the last. */
export async function refreshHistories(database: Database, today: PlainDate): Promise<void> {
  const running = monthOf(today);
  for (const month of [previousMonth(running), running]) await refreshHistory(database, month);
}

/**
 * Works out anew what is usual for a month: how often the same hours have come (`reports`; of an office as many as if every month
 * were like the one in which they were commonest), and what support each level has had, by office and by delivery area, in the
 * twelve months before. What was found copied makes nothing usual, unless a person has
 * approved it all the same. Doing it again gives the same.
 */
export async function refreshHistory(database: Database, month: Month): Promise<void> {
  const work = async (tx: Tx): Promise<void> => {
    const kept = firstDay(addMonthsTo(month, -HISTORY_MONTHS));
    const at = firstDay(month);
    await tx.$executeRaw`DELETE FROM hours_history WHERE month = ${at}::date OR month < ${kept}::date`;
    await tx.$executeRaw`DELETE FROM level_history WHERE month = ${at}::date OR month < ${kept}::date`;
    await writeHistory(tx, month);
  };
  // As jobs are: without a role. A year of a whole country's reports takes longer than anything that somebody waits for.
  await database.$transaction(work, { timeout: LONGEST });
}

async function writeHistory(tx: Tx, month: Month): Promise<void> {
  const at = firstDay(month);
  const from = firstDay(addMonthsTo(month, -HISTORY_MONTHS));
  await tx.$executeRaw`
    WITH reported AS MATERIALIZED (
      SELECT r.office_id::text AS office, c.delivery_area_id AS area, r.month, r.activity_vector AS vector, p.level,
        least(coalesce(p."end", p."to"), (r.month + interval '1 month')::date) - greatest(p."from", r.month) AS days,
        (SELECT sum(w.minutes) FROM report_row w WHERE w.report_id = r.id AND w.activity <> 'ownWork') AS support
      FROM report r JOIN placement p ON p.id = r.placement_id JOIN contract c ON c.id = p.contract_id
      WHERE r.month >= ${from}::date AND r.month < ${at}::date AND r.status IN ('submitted', 'inReview', 'approved') AND r.activity_vector <> ''
        AND (NOT EXISTS (SELECT 1 FROM check_finding f WHERE f.report_id = r.id AND f.code = 'COPIED_HOURS')
          OR EXISTS (SELECT 1 FROM review_decision d WHERE d.report_id = r.id AND d.decision = 'approve' AND d.decided_by_person_id IS NOT NULL))
    ), seen AS (
      SELECT s.scope, s.scope = r.office AS of_office, r.month, r.vector, r.level, r.days, r.support
      FROM reported r CROSS JOIN LATERAL (VALUES (r.office), (r.area)) AS s (scope)
    ), month_of AS (
      SELECT scope, month, count(*) AS reports, sum(count(*)) OVER (PARTITION BY scope) AS in_all FROM seen GROUP BY scope, month
    ), same AS (
      SELECT scope, of_office, month, vector, count(*) AS reports FROM seen GROUP BY scope, of_office, month, vector
    ), hours AS (
      INSERT INTO hours_history (month, scope, activity_vector, reports)
      SELECT ${at}::date, s.scope, s.vector, greatest(sum(s.reports),
        CASE WHEN s.of_office THEN floor(max(s.reports::numeric / greatest(m.reports, ${LEAST_OF_A_MONTH})) * max(m.in_all)) END)::int
      FROM same s JOIN month_of m ON m.scope = s.scope AND m.month = s.month
      GROUP BY s.scope, s.of_office, s.vector HAVING sum(s.reports) > 1
    ), rooted AS MATERIALIZED (
      SELECT scope, level, sqrt(support * 30.0 / days) AS root FROM seen WHERE support > 0 AND days >= ${LEAST_SERVICE_DAYS}
    ), middle AS (
      SELECT scope, level, count(*) AS reports, percentile_cont(0.5) WITHIN GROUP (ORDER BY root) AS median FROM rooted GROUP BY scope, level)
    INSERT INTO level_history (month, scope, level, reports, median, deviation)
    SELECT ${at}::date, m.scope, m.level, m.reports, m.median, percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(r.root - m.median))
    FROM middle m JOIN rooted r ON r.scope = m.scope AND r.level = m.level GROUP BY m.scope, m.level, m.reports, m.median`;
}
