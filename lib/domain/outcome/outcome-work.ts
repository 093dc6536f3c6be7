import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { outcomeClock } from '#lib/domain/outcome/outcome-clock.ts';
import { type Ore, ore, sumOre } from '#lib/shared/money.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** What of an outcome waits for a reviewer, since when, and the öre of it. */
export type OutcomeWork = {
  /** Awaits a decision since, or fell due with evidence that does not reach. */
  readonly why: 'awaiting' | 'due';
  readonly day: PlainDate;
  /** What is released if it is approved, and verified, through today; what else it may give comes later. */
  readonly nowOre: Ore;
  readonly laterOre: Ore;
};

const ofOutcome = ({ component }: { readonly component: string }): boolean => component !== 'basePay';
const total = (amounts: readonly { readonly amountOre: Ore }[]): Ore =>
  sumOre(amounts.map(({ amountOre }) => amountOre));

/**
 * What an outcome asks of a reviewer: a submitted one awaits its decision; an approved one falls due when the day of a
 * milestone has come and evidence does not reach it. Null where it asks nothing. `nowOre` is released if it is approved and
 * verified through today, beside what it gives already.
 */
export function outcomeWork(
  agreement: AgreementVersion,
  facts: PlacementFacts,
  submittedOn: PlainDate,
): OutcomeWork | null {
  const { outcome, asOf } = facts;
  if (outcome === null) return null;
  const now = evaluate(agreement, facts);
  const whole = evaluate(agreement, {
    ...facts,
    outcome: { ...outcome, status: 'approved', verifiedThrough: addDays(asOf, 1) },
  });
  const earned = total(now.lines.filter(ofOutcome));
  const money = {
    nowOre: ore(total(whole.lines.filter(ofOutcome)) - earned),
    laterOre: total(whole.pending.filter(ofOutcome)),
  };
  if (outcome.status === 'submitted') return { why: 'awaiting', day: submittedOn, ...money };
  if (outcome.status !== 'approved') return null;
  if (!now.notPayable.some(({ reason }) => reason === 'notVerified')) return null;
  const clock = outcomeClock(agreement, facts);
  if (clock === null || typeof clock === 'string') return null;
  const due = clock.milestones.find(
    ({ dueOn }) => dueOn <= asOf && (outcome.verifiedThrough === null || outcome.verifiedThrough < dueOn),
  );
  return due === undefined ? null : { why: 'due', day: due.dueOn, ...money };
}
