import type { OwnActivity, OwnMonth, SentAnswer } from '#lib/domain/activity-answer/activity-answer.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';

/** The last answer to what is `x` of a placement `p`, and how many there are. */
const LAST_ANSWER = Prisma.sql`LEFT JOIN LATERAL (
  SELECT a.answer, a.cause, a.words, a.number FROM activity_answer a WHERE a.placement_id = p.id AND a.month = x.month
    AND a.entry_id IS NOT DISTINCT FROM x.entry_id
    AND (a.entry_id IS NOT NULL OR (a.activity = x.activity AND a.form IS NOT DISTINCT FROM x.form))
  ORDER BY a.number DESC LIMIT 1) a ON true`;

type Asked = { readonly placementId: string; readonly month: Month };
/** The first and the last month of a page. */
type Span = { readonly first: Month; readonly last: Month };
/** `said`: what is asked for as one JSON text goes by the name of `answer` itself. */
type Row = Omit<OwnActivity, 'answer'> &
  Asked &
  Pick<OwnMonth, 'provider' | 'settled'> & { readonly said: SentAnswer | null };

/** Every month in which something is logged or reported of a participant, the newest first. */
export async function monthsWithActivities(tx: Tx, participantId: string): Promise<readonly Month[]> {
  const rows = await queryJson<{ readonly month: Month }>(
    tx,
    Prisma.sql`
    SELECT to_char(m.month, 'YYYY-MM') AS month FROM (
      SELECT date_trunc('month', e.date)::date AS month FROM placement p JOIN activity_entry e ON e.placement_id = p.id AND e.removed_at IS NULL
        WHERE p.participant_id = ${participantId}::uuid AND p.cancelled_at IS NULL
      UNION
      SELECT r.month FROM placement p JOIN report r ON r.placement_id = p.id AND r.status NOT IN ('superseded', 'withdrawn')
        WHERE p.participant_id = ${participantId}::uuid AND p.cancelled_at IS NULL AND EXISTS (SELECT 1 FROM report_row w WHERE w.report_id = r.id)) m
    ORDER BY m.month DESC`,
  );
  return rows.map(({ month }) => month);
}

/**
 * The activities of some of a participant's months, or of the one that is asked for: entries of the log, and for a placement's
 * month without any, the rows of its report. The newest month first.
 */
export async function loadOwnMonths(
  tx: Tx,
  participantId: string,
  asked: Asked | Span,
): Promise<readonly OwnMonth[]> {
  const { first, last } = 'month' in asked ? { first: asked.month, last: asked.month } : asked;
  const from = firstDay(first);
  const to = firstDay(nextMonth(last));
  const placement = 'placementId' in asked ? Prisma.sql`AND p.id = ${asked.placementId}::uuid` : Prisma.empty;
  const rows = await queryJson<Row>(
    tx,
    Prisma.sql`
    SELECT p.id AS "placementId", to_char(x.month, 'YYYY-MM') AS month, v.name AS provider, x.entry_id AS "entryId", x.date, x.activity, x.form,
      x.minutes, coalesce(x.entry_id::text, x.activity || ':' || coalesce(x.form::text, '')) AS key, a.answer AS said, a.cause, coalesce(a.words, '') AS words,
      coalesce(a.number, 0) AS answers, EXISTS (SELECT 1 FROM report d WHERE d.placement_id = p.id AND d.month = x.month
        AND d.status IN ('approved', 'rejected')) AS settled
    FROM placement p JOIN provider v ON v.id = p.provider_id
      CROSS JOIN LATERAL (
        SELECT e.id AS entry_id, date_trunc('month', e.date)::date AS month, e.date, e.activity, e.form, e.minutes FROM activity_entry e
        WHERE e.placement_id = p.id AND e.removed_at IS NULL AND e.date >= ${from}::date AND e.date < ${to}::date
        UNION ALL
        SELECT NULL, r.month, NULL, w.activity, w.form, w.minutes FROM report r JOIN report_row w ON w.report_id = r.id
        WHERE r.placement_id = p.id AND r.month >= ${from}::date AND r.month < ${to}::date AND r.status NOT IN ('superseded', 'withdrawn')
          AND NOT EXISTS (SELECT 1 FROM activity_entry e WHERE e.placement_id = p.id AND e.removed_at IS NULL
            AND e.date >= r.month AND e.date < r.month + interval '1 month')) x
      ${LAST_ANSWER}
    WHERE p.participant_id = ${participantId}::uuid AND p.cancelled_at IS NULL ${placement}
    ORDER BY x.month DESC, p."from" DESC, x.date, x.activity, x.form, x.entry_id`,
  );
  return [...Map.groupBy(rows, (row) => `${row.month} ${row.placementId}`).values()].flatMap((group) => {
    const [row] = group;
    if (row === undefined) return [];
    const { placementId, month, provider, settled } = row;
    return [{ placementId, month, provider, settled, activities: group.map(activityOf) }];
  });
}

function activityOf(row: Row): OwnActivity {
  const { placementId: _p, month: _m, provider: _v, settled: _s, said, cause, words, ...activity } = row;
  // What was taken back has not been said.
  return said === 'withdrawn'
    ? { ...activity, answer: null, cause: null, words: '' }
    : { ...activity, answer: said, cause, words };
}
