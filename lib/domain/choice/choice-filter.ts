import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { meetsAtDistance } from '#lib/domain/choice/white-spot.ts';

export const CHOICE_ORDERS = ['nearest', 'name', 'places'] as const;
export type ChoiceOrder = (typeof CHOICE_ORDERS)[number];

/** What can be asked of a provider, in the order in which it is asked for and explained. */
export const CHOICE_CRITERIA = ['language', 'meeting', 'accessibility', 'support', 'field'] as const;
export type ChoiceCriterion = (typeof CHOICE_CRITERIA)[number];

/** What the participant has asked to see. Null and empty mean everything; nothing is filtered by default. */
export type ChoiceFilter = {
  readonly name: string;
  /** BCP 47 tag. */
  readonly language: string | null;
  readonly meeting: 'onSite' | 'distance' | null;
  /** A code of `accessibility.ts`, or what a provider wrote in its place. */
  readonly accessibility: string | null;
  /** A kind of support, and a field of work: what a provider has had approved that it is good at. */
  readonly support: string | null;
  readonly field: string | null;
  readonly order: ChoiceOrder;
};

export const NO_FILTER: ChoiceFilter = {
  name: '',
  language: null,
  meeting: null,
  accessibility: null,
  support: null,
  field: null,
  order: 'nearest',
};

/** As people search: without regard to capitals or the spaces around. */
function folded(text: string): string {
  return text.trim().toLocaleLowerCase('sv');
}

/** What has been asked for, beside a name. */
export function askedOf(filter: ChoiceFilter): readonly ChoiceCriterion[] {
  return CHOICE_CRITERIA.filter((criterion) => filter[criterion] !== null);
}

/** The same without one of the things that were asked for. */
export function without(filter: ChoiceFilter, criterion: ChoiceCriterion | 'name'): ChoiceFilter {
  return { ...filter, [criterion]: NO_FILTER[criterion] };
}

/** Whether the name is one that was searched for; everybody's is where none was. */
export function isNamed(provider: Pick<ChoiceProvider, 'name'>, filter: ChoiceFilter): boolean {
  return folded(provider.name).includes(folded(filter.name));
}

function meets(provider: ChoiceProvider, filter: ChoiceFilter, criterion: ChoiceCriterion): boolean {
  const { language, meeting, accessibility, support, field } = filter;
  switch (criterion) {
    case 'language':
      return language === null || provider.languages.includes(language);
    case 'meeting':
      return (
        meeting === null ||
        (meeting === 'onSite' ? provider.forms.includes('onSite') : meetsAtDistance(provider))
      );
    case 'accessibility':
      return accessibility === null || provider.accessibility.includes(accessibility);
    case 'support':
      return support === null || (provider.presentation?.support.includes(support) ?? false);
    case 'field':
      return field === null || (provider.presentation?.fields.some((known) => known === field) ?? false);
  }
}

/** Whether a provider has everything that was asked for, its name included. */
export function fits(provider: ChoiceProvider, filter: ChoiceFilter): boolean {
  return (
    isNamed(provider, filter) && CHOICE_CRITERIA.every((criterion) => meets(provider, filter, criterion))
  );
}

/** What can be asked for in a list: what somebody in it has. */
export type Choices = {
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
  readonly support: readonly string[];
  readonly fields: readonly string[];
};

/** Everything that can be asked for among these providers. */
export function choicesIn(providers: readonly ChoiceProvider[]): Choices {
  const all = (of: (provider: ChoiceProvider) => readonly string[]): readonly string[] => [
    ...new Set(providers.flatMap(of)),
  ];
  return {
    languages: all(({ languages }) => languages),
    accessibility: all(({ accessibility }) => accessibility),
    support: all(({ presentation }) => presentation?.support ?? []),
    fields: all(({ presentation }) => presentation?.fields ?? []),
  };
}
