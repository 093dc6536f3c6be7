import { Amount } from '#components/ui/amount.tsx';
import type { Effect } from '#lib/domain/effect/effect.ts';
import { nextStatementSv } from '#lib/domain/effect/effect-sv.ts';

/** What a choice means in words, with the kronor that it changes and what the next statement then posts. */
export function effectOption(hint: string, effect: Effect | undefined) {
  if (effect === undefined) return { hint };
  return {
    // Nothing to post is what no kronor beside the choice say already.
    hint: effect.nextAfterOre === 0 ? hint : `${hint} ${nextStatementSv(effect)}`,
    aside: <Amount value={effect.differenceOre} signed />,
  };
}
