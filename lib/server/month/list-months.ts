import type { MonthList, MonthListItem } from '#lib/domain/report/month-list.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { ore } from '#lib/shared/money.ts';

/** Months that are listed: to the one that goes on, or the last that anybody was there. */
const LISTED = 13;

type Row = Omit<MonthListItem, 'dueOn' | 'sentOre'> & { readonly sent: string };

/** The months of the offices in scope with how far they have come. Numbers only: nobody's data is shown. */
export const listMonths = defineQuery<Readonly<Record<string, never>>, MonthList>({
  name: 'month.list',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Månadens redovisning',
  run: async (tx, _, { actor, today }) => {
    const { termsOf } = await loadRules(tx);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT to_char(m.month, 'YYYY-MM') AS month, count(*)::int AS participants,
        count(*) FILTER (WHERE c.counts IN ('submitted', 'inReview'))::int AS waiting,
        count(*) FILTER (WHERE c.counts = 'approved')::int AS approved,
        count(*) FILTER (WHERE c.counts = 'returned')::int AS returned,
        count(*) FILTER (WHERE c.counts = 'rejected')::int AS rejected,
        count(r.standing_status)::int AS reopened,
        coalesce(sum(r.amount_ore) FILTER (WHERE c.counts IN ('submitted', 'inReview', 'approved')), 0)::text AS sent
      FROM (SELECT date_trunc('month', least(${today}::date, max(coalesce(p."end", p."to")) - 1)) AS month
          FROM placement p WHERE ${placementsInReach(actor)} AND p.cancelled_at IS NULL) latest
        CROSS JOIN LATERAL generate_series(latest.month - interval '1 month' * ${LISTED - 1}::int, latest.month, interval '1 month') AS m (month)
        JOIN placement p ON ${placementsInReach(actor)} AND p.cancelled_at IS NULL AND p."from" < m.month + interval '1 month'
          AND coalesce(p."end", p."to") > m.month AND coalesce(p."end", p."to") > p."from"
        LEFT JOIN report r ON r.placement_id = p.id AND r.month = m.month::date AND r.status NOT IN ('superseded', 'withdrawn')
        CROSS JOIN LATERAL (SELECT coalesce(r.standing_status, r.status) AS counts) c
      GROUP BY m.month ORDER BY m.month DESC`;
    return {
      today,
      months: rows.map(({ sent, ...row }) => ({
        ...row,
        dueOn: reportDueOn(row.month, termsOf(row.month)),
        sentOre: ore(Number(sent)),
      })),
    };
  },
  reads: () => null,
});
