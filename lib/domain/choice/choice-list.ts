import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { compareSeeded } from '#lib/domain/choice/seeded-order.ts';

export const CHOICE_ORDERS = ['nearest', 'name', 'places'] as const;
export type ChoiceOrder = (typeof CHOICE_ORDERS)[number];

/** What the participant has asked to see. Null and empty mean everything; nothing is filtered by default. */
export type ChoiceFilter = {
  readonly name: string;
  readonly language: string | null;
  readonly meeting: 'onSite' | 'distance' | null;
  readonly accessibility: string | null;
  readonly order: ChoiceOrder;
};

export const NO_FILTER: ChoiceFilter = {
  name: '',
  language: null,
  meeting: null,
  accessibility: null,
  order: 'nearest',
};

/** As people search: without regard to capitals or the spaces around. */
function folded(text: string): string {
  return text.trim().toLocaleLowerCase('sv');
}

function fits(provider: ChoiceProvider, filter: ChoiceFilter): boolean {
  const { name, language, meeting, accessibility } = filter;
  return (
    folded(provider.name).includes(folded(name)) &&
    (language === null || provider.languages.includes(language)) &&
    (meeting === null || provider.forms.some((form) => (form === 'onSite') === (meeting === 'onSite'))) &&
    (accessibility === null || provider.accessibility.includes(accessibility))
  );
}

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

/** The languages and accessibility that can be asked for in a list: those that somebody in it has. */
export function choicesIn(providers: readonly ChoiceProvider[]): {
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
} {
  return {
    languages: [...new Set(providers.flatMap(({ languages }) => languages))],
    accessibility: [...new Set(providers.flatMap(({ accessibility }) => accessibility))],
  };
}
