import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { MonthState } from '#lib/domain/report/month-state.ts';
import { inGroupOrder } from '#lib/domain/report/month-group.ts';
import { countStates, type MonthOverview, sumMonths } from '#lib/domain/report/month-overview.ts';
import { decideBy, reportDueOn } from '#lib/domain/terms/terms.ts';
import type { MonthOverviewInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { LoadedMonth } from '#lib/server/month/load-months.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { recallMonths } from '#lib/server/month/recall-months.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';

const PAGE_SIZE = 50;

const TO_DO: readonly MonthState[] = ['notStarted', 'draft', 'blocked', 'warned', 'ready', 'returned'];

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
    const { rows, counts, sums } = summaryOf(await recallMonths(tx, scope, today), input);
    const terms = (await loadRules(tx)).termsOf(month);
    const dueOn = reportDueOn(month, terms);
    return {
      month,
      today,
      dueOn,
      decidedBy: decideBy(dueOn, terms),
      rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      counts,
      sums,
      total: rows.length,
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

type Asked = Pick<MonthOverviewInput, 'q' | 'state'>;
type Summary = Pick<MonthOverview, 'rows' | 'counts' | 'sums'>;

const summaries = new WeakMap<readonly LoadedMonth[], Map<Asked['state'], Summary>>();

/** What the filters leave, with sums over it: kept for as long as the list is, but for what somebody searches for. */
function summaryOf(months: readonly LoadedMonth[], { q, state }: Asked): Summary {
  if (q !== '') return summarise(months, { q, state });
  const known = summaries.get(months) ?? new Map<Asked['state'], Summary>();
  const summary = known.get(state) ?? summarise(months, { q, state });
  summaries.set(months, known.set(state, summary));
  return summary;
}

function summarise(months: readonly LoadedMonth[], { q, state }: Asked): Summary {
  const found = months.map(({ row }) => row).filter((row) => isSearched(row, q));
  const rows = inGroupOrder(found.filter((row) => isInState(row, state)));
  return { rows, counts: countStates(found), sums: sumMonths(found) };
}

function isSearched({ participantName, reference }: MonthRow, query: string): boolean {
  if (query === '') return true;
  return /^\d{9}$/.test(query)
    ? reference === query
    : participantName.toLocaleLowerCase('sv').includes(query.toLocaleLowerCase('sv'));
}

function isInState(row: MonthRow, state: MonthOverviewInput['state']): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'toDo':
      return TO_DO.includes(row.state);
    case 'sendable':
      return row.sendable;
    default:
      return row.state === state;
  }
}

async function officesOf(
  tx: Tx,
  providerId: string,
  scope: 'all' | readonly string[],
): Promise<MonthOverview['offices']> {
  return await tx.$queryRaw<{ id: string; name: string }[]>`SELECT id::text, name FROM office
    WHERE provider_id = ${providerId}::uuid AND (${scope === 'all'} OR id = ANY (${scope === 'all' ? [] : [...scope]}::uuid[]))
    ORDER BY name, id`;
}
