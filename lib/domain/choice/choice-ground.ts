import type { OwnPlacement, OwnSituation, ToChoose } from '#lib/domain/participant/own-situation.ts';
import type { Period } from '#lib/shared/period.ts';

/** What a participant looks at providers for: to choose one, or to switch to another. */
export type ChoosingFor = 'choose' | 'switch';

export type NoSwitch = 'switchPending' | 'placementEnded' | 'tooLittleTime';

/** What the list, the provider's page and the confirmation all stand on. */
export type ChoiceGround = { readonly situation: OwnSituation } & (
  | { readonly kind: 'nothing' }
  | { readonly kind: 'choose'; readonly toChoose: ToChoose; readonly period: Period }
  | { readonly kind: 'switch'; readonly placement: OwnPlacement; readonly period: Period }
  | { readonly kind: 'noSwitch'; readonly placement: OwnPlacement; readonly because: NoSwitch }
);
