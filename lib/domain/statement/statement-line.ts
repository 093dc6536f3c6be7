import type { Because } from '#lib/domain/compensation/because.ts';
import type { Component, Evaluation, Line, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { Posting } from '#lib/domain/compensation/types.ts';
import { componentOf, entitlementOf } from '#lib/domain/statement/entry-key.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The steps that only a correction has, beside those of the amount that is earned today. Stored: add, never rename. */
export type CorrectionStep =
  | {
      readonly rule: 'correction.notPayable';
      readonly section: '5';
      readonly facts: { readonly reason: NotPayableReason };
    }
  | {
      readonly rule: 'correction.pending';
      readonly section: '5';
      readonly facts: { readonly dueOn: PlainDate };
    }
  | {
      readonly rule: 'correction.nothingEarned';
      readonly section: '5';
      readonly facts: { readonly key: string };
    }
  | {
      readonly rule: 'correction.difference';
      readonly section: '5';
      readonly facts: { readonly earnedOre: Ore; readonly postedOre: Ore; readonly amountOre: Ore };
    };

export type LineStep = Because | CorrectionStep;

/** A line as a statement posts it. One without a quantity corrects what earlier statements hold for its key. */
export type StatementLine = {
  readonly key: string;
  readonly component: Component;
  readonly quantity: number | null;
  readonly unitOre: Ore | null;
  readonly amountOre: Ore;
  readonly because: readonly LineStep[];
};

/** Why a key that was posted is not earned today. */
function whyNotEarned(evaluation: Evaluation, key: string): CorrectionStep {
  const about = entitlementOf(key);
  const isOfOutcome = componentOf(key) !== 'basePay';
  const notPayable = evaluation.notPayable.find(
    (entry) => entry.key === about || (isOfOutcome && entry.key === 'outcome'),
  );
  if (notPayable !== undefined) {
    return { rule: 'correction.notPayable', section: '5', facts: { reason: notPayable.reason } };
  }
  const pending = evaluation.pending.find((entry) => entry.key === about);
  return pending === undefined
    ? { rule: 'correction.nothingEarned', section: '5', facts: { key } }
    : { rule: 'correction.pending', section: '5', facts: { dueOn: pending.dueOn } };
}

function correction(
  evaluation: Evaluation,
  key: string,
  line: Line | undefined,
  postedOre: Ore,
  amountOre: Ore,
): StatementLine {
  const steps: readonly LineStep[] = line === undefined ? [whyNotEarned(evaluation, key)] : line.because;
  const earnedOre = sumOre(line === undefined ? [] : [line.amountOre]);
  return {
    key,
    component: componentOf(key),
    quantity: null,
    unitOre: null,
    amountOre,
    because: [
      ...steps,
      { rule: 'correction.difference', section: '5', facts: { earnedOre, postedOre, amountOre } },
    ],
  };
}

/**
 * The lines that a statement posts for one placement, by key in code-unit order: each delta as the line that earned it
 * where nothing was posted for its key before, else as a correction (compensation model section 5).
 */
export function linesOf(evaluation: Evaluation, posted: readonly Posting[]): readonly StatementLine[] {
  return evaluation.deltas.map(({ key, amountOre }) => {
    const line = evaluation.lines.find((earned) => earned.key === key);
    const earlier = posted.filter((posting) => posting.key === key).map((posting) => posting.amountOre);
    if (line !== undefined && earlier.length === 0) {
      const { component, quantity, unitOre, because } = line;
      return { key, component, quantity, unitOre, amountOre, because };
    }
    return correction(evaluation, key, line, sumOre(earlier), amountOre);
  });
}
