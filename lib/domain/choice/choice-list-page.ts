import type { ChoiceGround } from '#lib/domain/choice/choice-ground.ts';
import type { Choices } from '#lib/domain/choice/choice-filter.ts';
import type { Relaxation } from '#lib/domain/choice/choice-list.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ChoiceListPage = Choices & {
  readonly cards: readonly ChoiceProvider[];
  readonly page: number;
  readonly pages: number;
  /** Cards on all pages. */
  readonly total: number;
  /** How many can be chosen before anything is filtered; 0 is a white spot (vit fläck). */
  readonly open: number;
  /** Where nothing fits: what to leave out, and how many there are then. */
  readonly relaxations: readonly Relaxation[];
  /** Who was searched for and can be chosen, but does not have what else was asked for. */
  readonly namedElsewhere: readonly string[];
  /** Where nobody has premises within reach: how many can help at a distance, and how far the nearest is. */
  readonly far: { readonly atDistance: number; readonly metres: number } | null;
};

export type ChoiceListView = {
  readonly today: PlainDate;
  readonly ground: ChoiceGround;
  /** Null where there is nothing to choose from: the ground says why. */
  readonly list: ChoiceListPage | null;
};
