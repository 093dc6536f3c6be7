import { undoRefused } from '#lib/domain/provider-switch/switch-problem.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export type UndoFacts = {
  readonly today: PlainDate;
  readonly effectiveOn: PlainDate;
  readonly undone: boolean;
  readonly from: {
    readonly end: PlainDate | null;
    readonly endReason: string | null;
    readonly periods: readonly number[];
  };
  readonly to: {
    readonly cancelled: boolean;
    readonly end: PlainDate | null;
    readonly periods: readonly number[];
  };
};

/**
 * Numbers of the service periods that go back with an undone switch, or why it cannot be undone: only until the day it takes
 * effect (switch, section 2), and only while both placements are as the switch left them. A period that the switch divided
 * stays with the cancelled placement; the old one never lost its own.
 */
export function undoSwitch(facts: UndoFacts): Result<{ readonly goBack: readonly number[] }, Problem> {
  if (facts.undone) return err(undoRefused('alreadyUndone'));
  if (facts.today >= facts.effectiveOn) return err(undoRefused('inEffect'));
  const asLeft =
    facts.from.end === facts.effectiveOn &&
    facts.from.endReason === 'switch' &&
    !facts.to.cancelled &&
    facts.to.end === null;
  if (!asLeft) return err(undoRefused('changedSince'));
  return ok({ goBack: facts.to.periods.filter((number) => !facts.from.periods.includes(number)) });
}
