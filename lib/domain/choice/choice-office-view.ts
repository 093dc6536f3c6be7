import type { ChoiceGround } from '#lib/domain/choice/choice-ground.ts';
import type { AreaOffice } from '#lib/domain/choice/choice-provider.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ChoiceOfficeView = {
  readonly today: PlainDate;
  readonly ground: ChoiceGround;
  /** Null where there is nothing to choose any more: the ground says why. */
  readonly office: AreaOffice | null;
  /** The contract's other premises. */
  readonly others: readonly AreaOffice[];
};
