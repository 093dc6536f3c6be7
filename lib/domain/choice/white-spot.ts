import { type Coordinates, metresBetween } from '#lib/domain/choice/distance.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';

/** Premises further from home than this, as the crow flies, are nobody's way there and back in a day: whole metres, by the terms. */
export function reachMetres({ reachKilometres }: Pick<Terms, 'reachKilometres'>): number {
  return reachKilometres * 1000;
}

/**
 * Why a participant's municipality is a white spot (vit fläck) for them. `nobody`: no provider of the area can be chosen.
 * `far`: none of those that can has premises within reach; what is left is help at a distance. `overlap` is kept beside them,
 * for the same caseworkers: a decision for days on which the participant has a provider already.
 */
export type WhiteSpotKind = 'nobody' | 'far' | 'overlap';

/** A provider that can be chosen, as far as reach goes. */
export type Reachable = Coordinates & { readonly forms: readonly ActivityForm[] };

/** Whether a provider meets by video or telephone, whatever the distance. */
export function meetsAtDistance({ forms }: Pick<Reachable, 'forms'>): boolean {
  return forms.some((form) => form !== 'onSite');
}

/**
 * Where none of those that can be chosen has premises within `reach` metres of home: how many contracts can help at a
 * distance, and whole metres to the nearest. Null where somebody is within reach, nobody can be chosen, or the home is not known.
 */
export function farFromAll(
  open: readonly (Pick<Reachable, 'forms'> & {
    readonly contractId: string;
    readonly metres: number | null;
  })[],
  reach: number,
): { readonly atDistance: number; readonly metres: number } | null {
  const metres = Math.min(...open.map((one) => one.metres ?? 0));
  if (open.length === 0 || metres <= reach) return null;
  return {
    atDistance: new Set(open.filter(meetsAtDistance).map(({ contractId }) => contractId)).size,
    metres,
  };
}

/**
 * Whether the participant stands on a white spot, given who can be chosen today (open, in force, with room). Null where
 * somebody within `reach` metres can be, or where the home is not known and anybody can (choice, section 1).
 */
export function whiteSpotKind(
  home: Coordinates | null,
  open: readonly Coordinates[],
  reach: number,
): 'nobody' | 'far' | null {
  if (open.length === 0) return 'nobody';
  if (home === null) return null;
  return open.some((place) => metresBetween(home, place) <= reach) ? null : 'far';
}
