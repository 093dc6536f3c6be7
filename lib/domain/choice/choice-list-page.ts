import type { ChoiceGround } from '#lib/domain/choice/choice-ground.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ChoiceListPage = {
  readonly cards: readonly ChoiceProvider[];
  readonly page: number;
  readonly pages: number;
  /** Cards on all pages. */
  readonly total: number;
  /** How many can be chosen before anything is filtered; 0 is a white spot (vit fläck). */
  readonly open: number;
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
};

export type ChoiceListView = {
  readonly today: PlainDate;
  readonly ground: ChoiceGround;
  /** Null where there is nothing to choose from: the ground says why. */
  readonly list: ChoiceListPage | null;
};
