import type { MonthOverview } from '#lib/domain/report/month-overview.ts';
import { decideBy, reportDueOn } from '#lib/domain/terms/terms.ts';
import type { MonthOverviewInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { summaryOf } from '#lib/server/month/month-summary.ts';
import { recallMonths } from '#lib/server/month/recall-months.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';

const PAGE_SIZE = 50;

/** The month's work of a provider's people: each participant's state, what is missing and why, minutes and kronor. */
export const monthOverview = defineQuery<MonthOverviewInput, MonthOverview>({
  name: 'month.overview',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Månadens redovisning',
  run: async (tx, input, { actor, today }) => {
    const { providerId, personId } = monthActor(actor);
    const { month, office, mine, page } = input;
    const scope = {
      actor,
      month,
      ...(office === '' ? {} : { officeId: office }),
      ...(mine === '1' ? { coachPersonId: personId } : {}),
    };
    const { months, counts, sums } = summaryOf(await recallMonths(tx, scope, today), {
      ...input,
      order: 'state',
    });
    const terms = (await loadRules(tx)).termsOf(month);
    const dueOn = reportDueOn(month, terms);
    return {
      month,
      today,
      dueOn,
      decidedBy: decideBy(dueOn, terms),
      rows: months.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ row }) => row),
      counts,
      sums,
      total: months.length,
      page,
      pageSize: PAGE_SIZE,
      offices: await officesOf(tx, providerId, actor.kind === 'person' ? actor.officeScope : []),
    };
  },
  reads: ({ rows }) => ({
    type: 'month',
    id: null,
    participantIds: rows.map(({ participantId }) => participantId),
  }),
});

export async function officesOf(
  tx: Tx,
  providerId: string,
  scope: 'all' | readonly string[],
): Promise<MonthOverview['offices']> {
  return await tx.$queryRaw<{ id: string; name: string }[]>`SELECT id::text, name FROM office
    WHERE provider_id = ${providerId}::uuid AND (${scope === 'all'} OR id = ANY (${scope === 'all' ? [] : [...scope]}::uuid[]))
    ORDER BY name, id`;
}
