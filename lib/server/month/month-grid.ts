import { MINUTES_FIELDS } from '#lib/domain/month-grid/grid-field.ts';
import type { MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import { decideBy, reportDueOn } from '#lib/domain/terms/terms.ts';
import type { MonthGridInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { gridRowsOf } from '#lib/server/month/grid-rows.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { LoadedMonth } from '#lib/server/month/load-months.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { summaryOf } from '#lib/server/month/month-summary.ts';
import { recallMonths } from '#lib/server/month/recall-months.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';

const PAGE_SIZE = 50;

/** The month as a grid: each participant's month as it is typed, with what the live checks ask for. */
export const monthGrid = defineQuery<MonthGridInput, MonthGrid>({
  name: 'month.grid',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Månadens redovisning',
  run: async (tx, input, { actor, today }) => {
    const { providerId, personId } = monthActor(actor);
    const { month, office, mine, page } = input;
    const all = await recallMonths(
      tx,
      {
        actor,
        month,
        ...(office === '' ? {} : { officeId: office }),
        ...(mine === '1' ? { coachPersonId: personId } : {}),
      },
      today,
    );
    const { months, columns, ...summary } = summaryOf(all, input);
    const terms = (await loadRules(tx)).termsOf(month);
    const dueOn = reportDueOn(month, terms);
    return {
      ...summary,
      providerId,
      month,
      today,
      terms,
      dueOn,
      decidedBy: decideBy(today > dueOn ? today : dueOn, terms),
      rows: await gridRowsOf(tx, shownOf(all, months, input), today),
      columns: MINUTES_FIELDS.filter((field) => columns.includes(field) || input.add.includes(field)),
      total: months.length,
      page,
      pageSize: PAGE_SIZE,
      offices: await officesOf(tx, providerId, actor.kind === 'person' ? actor.officeScope : []),
    };
  },
  reads: ({ rows }) => ({
    type: 'month',
    id: null,
    participantIds: rows.map(({ row }) => row.participantId),
  }),
});

/** The page, or the rows that are named: those may have left what the filters leave since they were shown. */
function shownOf(
  all: readonly LoadedMonth[],
  left: readonly LoadedMonth[],
  { ids, page }: Pick<MonthGridInput, 'ids' | 'page'>,
): readonly LoadedMonth[] {
  if (ids.length === 0) return left.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const named = new Set(ids);
  return all.filter(({ row }) => named.has(row.placementId));
}

async function officesOf(
  tx: Tx,
  providerId: string,
  scope: 'all' | readonly string[],
): Promise<MonthGrid['offices']> {
  return await tx.$queryRaw<{ id: string; name: string }[]>`SELECT id::text, name FROM office
    WHERE provider_id = ${providerId}::uuid AND (${scope === 'all'} OR id = ANY (${scope === 'all' ? [] : [...scope]}::uuid[]))
    ORDER BY name, id`;
}
