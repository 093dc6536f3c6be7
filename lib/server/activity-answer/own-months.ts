import type { OwnActivity, OwnMonth } from '#lib/domain/activity-answer/activity-answer.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addMonthsTo, firstDay, type Month, monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Months that a participant is asked about: the one that goes on, and those before it. */
const MONTHS_ASKED = 3;

/** The last answer to what is `x` of a placement `p`, and how many there are. */
const LAST_ANSWER = Prisma.sql`LEFT JOIN LATERAL (
  SELECT a.answer, a.cause, a.words, a.number FROM activity_answer a WHERE a.placement_id = p.id AND a.month = x.month
    AND a.entry_id IS NOT DISTINCT FROM x.entry_id
    AND (a.entry_id IS NOT NULL OR (a.activity = x.activity AND a.form IS NOT DISTINCT FROM x.form))
  ORDER BY a.number DESC LIMIT 1) a ON true`;

type Asked = { readonly placementId: string; readonly month: Month };
/** `said`: what is asked for as one JSON text goes by the name of `answer` itself. */
type Row = Omit<OwnActivity, 'answer'> &
  Asked & { readonly provider: string; readonly said: OwnActivity['answer'] };

/**
 * The activities of a participant's last months, or of the one that is asked for: entries of the log, and for a placement's
 * month without any, the rows of its report. The newest month first.
 */
export async function loadOwnMonths(
  tx: Tx,
  participantId: string,
  asked: Asked | { readonly today: PlainDate },
): Promise<readonly OwnMonth[]> {
  const last = 'month' in asked ? asked.month : monthOf(asked.today);
  const from = firstDay('month' in asked ? last : addMonthsTo(last, 1 - MONTHS_ASKED));
  const to = firstDay(addMonthsTo(last, 1));
  const placement = 'placementId' in asked ? Prisma.sql`AND p.id = ${asked.placementId}::uuid` : Prisma.empty;
  const rows = await queryJson<Row>(
    tx,
    Prisma.sql`
    SELECT p.id AS "placementId", to_char(x.month, 'YYYY-MM') AS month, v.name AS provider, x.entry_id AS "entryId", x.date, x.activity, x.form,
      x.minutes, coalesce(x.entry_id::text, x.activity || ':' || coalesce(x.form::text, '')) AS key, a.answer AS said, a.cause, coalesce(a.words, '') AS words,
      coalesce(a.number, 0) AS answers
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
    const [first] = group;
    if (first === undefined) return [];
    const { placementId, month, provider } = first;
    return [{ placementId, month, provider, activities: group.map(activityOf) }];
  });
}

function activityOf({ placementId: _p, month: _m, provider: _v, said, ...activity }: Row): OwnActivity {
  return { ...activity, answer: said };
}
