import {
  askedOf,
  type ChoiceCriterion,
  type ChoiceFilter,
  type ChoiceOrder,
  fits,
  isNamed,
  without,
} from '#lib/domain/choice/choice-filter.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { compareSeeded } from '#lib/domain/choice/seeded-order.ts';

/** Unknown distances come last. */
function compareNearest(a: ChoiceProvider, b: ChoiceProvider): number {
  return (a.metres ?? Infinity) === (b.metres ?? Infinity)
    ? 0
    : (a.metres ?? Infinity) - (b.metres ?? Infinity);
}

function compareBy(order: ChoiceOrder): (a: ChoiceProvider, b: ChoiceProvider) => number {
  switch (order) {
    case 'nearest':
      return compareNearest;
    case 'name':
      return (a, b) => a.name.localeCompare(b.name, 'sv');
    case 'places':
      return (a, b) => b.placesLeft - a.placesLeft;
  }
}

/**
 * What a participant sees: what fits the filter, one card for each contract (its nearest office that fits), in the order
 * asked for. Equals stand in a random order of the participant's own for the day (`seed`), so that nobody is favoured
 * (choice, section 1).
 */
export function listForChoice(
  providers: readonly ChoiceProvider[],
  filter: ChoiceFilter,
  seed: string,
): readonly ChoiceProvider[] {
  const among = compareSeeded(seed);
  const nearestFirst = providers
    .filter((provider) => fits(provider, filter))
    .toSorted((a, b) => compareNearest(a, b) || among(a.officeId, b.officeId));
  const oneEach = [...Map.groupBy(nearestFirst, ({ contractId }) => contractId).values()].flatMap(
    ([nearest]) => nearest ?? [],
  );
  const compare = compareBy(filter.order);
  return oneEach.toSorted((a, b) => compare(a, b) || among(a.contractId, b.contractId));
}

/** One thing that was asked for, and how many providers there are without it. */
export type Relaxation = { readonly drop: ChoiceCriterion | 'name'; readonly total: number };

/** How many cards a filter leaves. */
function countFitting(providers: readonly ChoiceProvider[], filter: ChoiceFilter): number {
  return new Set(providers.filter((one) => fits(one, filter)).map(({ contractId }) => contractId)).size;
}

/**
 * Where nothing fits: what could be left out of what was asked for, and how many there are then. Only what helps, in the order
 * in which it is asked for.
 */
export function relaxationsOf(
  providers: readonly ChoiceProvider[],
  filter: ChoiceFilter,
): readonly Relaxation[] {
  const asked = [...(filter.name.trim() === '' ? [] : (['name'] as const)), ...askedOf(filter)];
  return asked
    .map((drop) => ({ drop, total: countFitting(providers, without(filter, drop)) }))
    .filter(({ total }) => total > 0);
}

/** Names that were searched for and are there, but not among what else was asked for; each once. */
export function namedElsewhere(
  providers: readonly ChoiceProvider[],
  filter: ChoiceFilter,
): readonly string[] {
  if (filter.name.trim() === '' || askedOf(filter).length === 0) return [];
  const shown = new Set(providers.filter((one) => fits(one, filter)).map(({ contractId }) => contractId));
  const others = providers.filter((one) => isNamed(one, filter) && !shown.has(one.contractId));
  return [...new Set(others.map(({ name }) => name))];
}
