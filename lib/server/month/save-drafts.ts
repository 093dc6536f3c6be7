import type { SavedDrafts, SavedRow } from '#lib/domain/month-grid/month-grid.ts';
import { takeRow, type TakenRow } from '#lib/domain/month-grid/take-row.ts';
import { toTyped } from '#lib/domain/month-grid/typed-month.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { type SaveDraftsInput, saveDraftsInput } from '#lib/schemas/report.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { gridRowsOf } from '#lib/server/month/grid-rows.ts';
import { type LoadedMonth, loadMonths } from '#lib/server/month/load-months.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { lockDrafts, writeTypedDrafts } from '#lib/server/month/month-draft.ts';
import { changedRows, notInReach, refusedRows } from '#lib/server/month/save-drafts-problems.ts';
import { markOf } from '#lib/server/month/typed-mark.ts';
import { lockPlacementsInReach } from '#lib/server/plan/lock-placement.ts';
import { insertPlan, listPlans } from '#lib/server/plan/plan-rows.ts';
import { loadRules, type RulesInForce } from '#lib/server/report/rules-in-force.ts';
import { forbidden, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  /** By placement; one that is not there for this actor, or has no day in the month, is not among them. */
  readonly months: ReadonlyMap<string, LoadedMonth>;
  /** The latest version of the plans that are added to. */
  readonly plans: ReadonlyMap<string, StoredPlan>;
  readonly rules: RulesInForce;
};

/** A row with what becomes of it, in the order in which they were given. */
type Taken = { readonly placementId: string; readonly outcome: TakenRow };

/** Keeps rows of the grid as they are typed, right or wrong, and says how each of them stands. */
export const saveDrafts = defineCommand({
  name: 'month.saveDrafts',
  mandates: ['coach', 'reporter', 'signatory'],
  input: saveDraftsInput,
  async lock(tx, { month, rows, partly }: SaveDraftsInput, { actor, today }): Promise<State | null> {
    const asked = rows.map(({ placementId }) => placementId);
    const placementIds = (await lockPlacementsInReach(tx, asked, actor)).map(({ id }) => id);
    if (!partly && placementIds.length < new Set(asked).size) return null;
    await lockDrafts(tx, placementIds, month);
    const extended = rows.filter(({ addToPlan }) => addToPlan.length > 0);
    return {
      months: await monthsOf(tx, { actor, month, placementIds }, today),
      plans: await latestPlans(
        tx,
        extended.map(({ placementId }) => placementId).filter((id) => placementIds.includes(id)),
      ),
      rules: await loadRules(tx),
    };
  },
  // There are as many versions as rows: `guard` compares each.
  version: () => null,
  guard(state, input, context) {
    if (input.typedBy !== undefined && input.typedBy !== monthActor(context.actor).personId)
      return forbidden();
    return input.partly ? null : changedRows(take(input, state, context), state.months);
  },
  stepUp: () => null,
  decide(state, input, context) {
    const taken = take(input, state, context);
    const problems = input.partly ? [] : refusedRows(taken);
    return problems.length === 0 ? ok(taken) : err(validationProblem(problems));
  },
  async write(tx, taken: readonly Taken[], state, { actor, now, today }, { month, filters }) {
    const { personId } = monthActor(actor);
    const kept = taken.flatMap(({ placementId, outcome }) =>
      outcome.kind === 'keep' ? [{ placementId, ...outcome }] : [],
    );
    for (const { placementId, plan } of kept) {
      if (plan === null) continue;
      const number = (state.plans.get(placementId)?.number ?? 0) + 1;
      await insertPlan(tx, { ...plan, placementId, number, createdByPersonId: personId, createdAt: now });
    }
    const drafts = kept.map(({ placementId, read: { content, unread } }) => ({
      placementId,
      content,
      unread,
    }));
    await writeTypedDrafts(tx, drafts, { month, personId, now });
    const placementIds = [...state.months.keys()];
    const months =
      kept.length === 0 ? state.months : await monthsOf(tx, { actor, month, placementIds }, today);
    const rows = await savedRows(tx, taken, months, today);
    return { month, filters, rows, written: kept.length } satisfies SavedDrafts;
  },
  audit: ({ month, rows, written }, _, { months }) => ({
    type: 'month',
    id: null,
    participantIds: rows.flatMap(({ placementId }) => months.get(placementId)?.row.participantId ?? []),
    detail: { month, written },
  }),
});

async function monthsOf(
  tx: Tx,
  scope: {
    readonly actor: Actor;
    readonly month: SaveDraftsInput['month'];
    readonly placementIds: readonly string[];
  },
  today: CommandContext['today'],
): Promise<ReadonlyMap<string, LoadedMonth>> {
  const months = await loadMonths(tx, scope, today);
  return new Map(months.map((loaded) => [loaded.row.placementId, loaded]));
}

/** One by one: somebody adds to a plan by a button of its own. */
async function latestPlans(
  tx: Tx,
  placementIds: readonly string[],
): Promise<ReadonlyMap<string, StoredPlan>> {
  const plans = new Map<string, StoredPlan>();
  for (const placementId of placementIds) {
    const [latest] = await listPlans(tx, placementId);
    if (latest !== undefined) plans.set(placementId, latest);
  }
  return plans;
}

function take(
  input: SaveDraftsInput,
  { months, plans, rules }: State,
  { actor, today }: CommandContext,
): readonly Taken[] {
  const terms = rules.termsOf(input.month);
  const { locale } = monthActor(actor);
  return input.rows.map((given) => {
    const { placementId } = given;
    const loaded = months.get(placementId);
    if (loaded === undefined)
      return { placementId, outcome: { kind: 'refused', problems: [notInReach(locale)] } };
    const { row, unread, placementMonth } = loaded;
    const kept = {
      facts: placementMonth.facts,
      version: row.draftVersion,
      typed: toTyped(row.content, unread),
      plan: plans.get(placementId) ?? null,
    };
    return { placementId, outcome: takeRow(given, kept, { terms, today, locale, markOf }) };
  });
}

async function savedRows(
  tx: Tx,
  taken: readonly Taken[],
  months: ReadonlyMap<string, LoadedMonth>,
  today: CommandContext['today'],
): Promise<readonly SavedRow[]> {
  const gridRows = new Map(
    (await gridRowsOf(tx, [...months.values()], today)).map((gridRow) => [gridRow.row.placementId, gridRow]),
  );
  return taken.map(({ placementId, outcome }): SavedRow => {
    const row = gridRows.get(placementId);
    const loaded = months.get(placementId);
    if (outcome.kind === 'refused') return { kind: 'refused', placementId, problems: outcome.problems };
    if (row === undefined || loaded === undefined) throw new Error('A row that was kept is gone');
    if (outcome.kind !== 'conflict') return { kind: 'saved', placementId, row };
    const { changedBy, changedAt } = loaded;
    return { kind: 'conflict', placementId, row, changedBy, changedAt };
  });
}
