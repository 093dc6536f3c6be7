import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import type { Component, Evaluation, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { entitlementOf } from '#lib/domain/statement/entry-key.ts';
import { type Ore, ore, sumOre, ZERO_ORE } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How an entitlement stands: on a line, on its way, at stake but not payable, or not there at all. Öre. */
export type KeyState =
  | { readonly kind: 'line'; readonly amountOre: Ore }
  | { readonly kind: 'pending'; readonly dueOn: PlainDate; readonly amountOre: Ore }
  | { readonly kind: 'notPayable'; readonly reason: NotPayableReason; readonly amountOre: Ore }
  | { readonly kind: 'none' };

/** An entitlement (a month of base pay, a milestone, the bonus, the supplement) that stands differently afterwards. */
export type KeyEffect = {
  readonly key: string;
  readonly component: Component;
  readonly before: KeyState;
  readonly after: KeyState;
  /** Earned after less earned before. */
  readonly differenceOre: Ore;
};

/** What a decision on facts does to the money of one placement, all in öre without VAT. */
export type Effect = {
  /** Only those that differ, in the order of the model. */
  readonly keys: readonly KeyEffect[];
  readonly byComponent: readonly { readonly component: Component; readonly differenceOre: Ore }[];
  readonly earnedBeforeOre: Ore;
  readonly earnedAfterOre: Ore;
  /** Earned after less earned before: the sum of the keys. */
  readonly differenceOre: Ore;
  /** What the next statement posts for the placement if nothing is decided. */
  readonly nextBeforeOre: Ore;
  /** What the next statement posts for the placement after the decision: earned after less what is posted. */
  readonly nextAfterOre: Ore;
};

const COMPONENTS = [
  'basePay',
  'resultPay',
  'speedBonus',
  'supplement',
] as const satisfies readonly Component[];

type States = ReadonlyMap<string, { readonly component: Component; readonly state: KeyState }>;

function statesOf({ lines, pending, notPayable }: Evaluation): States {
  const states = new Map<string, { component: Component; state: KeyState }>();
  for (const { key, component, amountOre } of lines) {
    const about = entitlementOf(key);
    const held = states.get(about)?.state;
    const sum = held?.kind === 'line' ? sumOre([held.amountOre, amountOre]) : amountOre;
    states.set(about, { component, state: { kind: 'line', amountOre: sum } });
  }
  for (const { key, component, dueOn, amountOre } of pending) {
    states.set(entitlementOf(key), { component, state: { kind: 'pending', dueOn, amountOre } });
  }
  for (const { key, component, reason, amountOre } of notPayable) {
    states.set(entitlementOf(key), { component, state: { kind: 'notPayable', reason, amountOre } });
  }
  return states;
}

function sameState(a: KeyState, b: KeyState): boolean {
  if (a.kind === 'none' || b.kind === 'none') return a.kind === b.kind;
  if (a.amountOre !== b.amountOre) return false;
  switch (a.kind) {
    case 'line':
      return b.kind === 'line';
    case 'pending':
      return b.kind === 'pending' && a.dueOn === b.dueOn;
    case 'notPayable':
      return b.kind === 'notPayable' && a.reason === b.reason;
  }
}

/** One that is missing on a side where nothing of the outcome is payable has the outcome's reason. */
function stateIn(states: States, key: string): KeyState {
  const own = states.get(key)?.state;
  if (own !== undefined) return own;
  const outcome = key.startsWith('base:') ? undefined : states.get('outcome')?.state;
  return outcome?.kind === 'notPayable' ? { ...outcome, amountOre: ZERO_ORE } : { kind: 'none' };
}

const earned = (state: KeyState): Ore => (state.kind === 'line' ? state.amountOre : ZERO_ORE);

function monthsOf(key: string): number {
  return key.startsWith('result:') ? Number(key.slice('result:'.length)) : 0;
}

function byModel(a: KeyEffect, b: KeyEffect): number {
  return (
    COMPONENTS.indexOf(a.component) - COMPONENTS.indexOf(b.component) ||
    monthsOf(a.key) - monthsOf(b.key) ||
    (a.key < b.key ? -1 : 1)
  );
}

function keyEffects(now: Evaluation, after: Evaluation): readonly KeyEffect[] {
  const was = statesOf(now);
  const becomes = statesOf(after);
  const keys = new Set([...was.keys(), ...becomes.keys()]);
  // The entry for the whole outcome is told by its milestones, where either side has any.
  if ([...keys].some((key) => key !== 'outcome' && !key.startsWith('base:'))) keys.delete('outcome');
  return [...keys]
    .map((key): KeyEffect => {
      const before = stateIn(was, key);
      const then = stateIn(becomes, key);
      const component = (was.get(key) ?? becomes.get(key))?.component ?? 'resultPay';
      return { key, component, before, after: then, differenceOre: ore(earned(then) - earned(before)) };
    })
    .filter(({ before, after: then }) => !sameState(before, then))
    .toSorted(byModel);
}

/** What lies between two evaluations of one placement (compensation model section 5). Amounts in öre. */
export function effectBetween(now: Evaluation, after: Evaluation): Effect {
  const keys = keyEffects(now, after);
  return {
    keys,
    byComponent: COMPONENTS.map((component) => ({
      component,
      differenceOre: sumOre(
        keys.filter((key) => key.component === component).map((key) => key.differenceOre),
      ),
    })).filter(({ differenceOre }) => differenceOre !== 0),
    earnedBeforeOre: now.totals.earnedOre,
    earnedAfterOre: after.totals.earnedOre,
    differenceOre: ore(after.totals.earnedOre - now.totals.earnedOre),
    nextBeforeOre: now.totals.deltaOre,
    nextAfterOre: after.totals.deltaOre,
  };
}

/**
 * What a decision does to the money of a placement: the facts of today against the facts as they would be, each under
 * its agreement version, before anybody decides (compensation model section 5; review section 4). Pure; amounts in öre
 * without VAT. Throws OreOutOfRangeError or DateOutOfRangeError as the evaluation does.
 */
export function effectOf(
  agreementNow: AgreementVersion,
  factsNow: PlacementFacts,
  agreementAfter: AgreementVersion,
  factsAfter: PlacementFacts,
): Effect {
  return effectBetween(evaluate(agreementNow, factsNow), evaluate(agreementAfter, factsAfter));
}
