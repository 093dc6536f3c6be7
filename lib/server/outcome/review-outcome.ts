import { isCurrent, outcomeFact } from '#lib/domain/outcome/outcome.ts';
import { outcomeClock, outcomeWindows, verificationDays } from '#lib/domain/outcome/outcome-clock.ts';
import type { ReviewedOutcome, StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { effectFor, type PlacementMoney, placementMoney } from '#lib/server/effect/placement-effect.ts';
import { findOutcome, outcomeDecisions, outcomePlacement } from '#lib/server/outcome/find-outcome.ts';
import { haveHandedIn } from '#lib/server/outcome/handed-in.ts';
import { outcomeFindings } from '#lib/server/outcome/outcome-checks.ts';
import { standingOf } from '#lib/server/outcome/outcome-desk.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** An outcome with all that a decision rests on, and the kronor of each decision before it is made. */
export const reviewOutcome = defineQuery<{ readonly outcomeId: string }, ReviewedOutcome>({
  name: 'outcome.review',
  mandates: ['reviewer'],
  purpose: 'Granskning av resultat',
  async run(tx, { outcomeId }, { today }) {
    const outcome = await findOutcome(tx, outcomeId);
    const placement = outcome === null ? null : await outcomePlacement(tx, outcome.placementId);
    if (outcome === null || placement === null) return null;
    const money = await placementMoney(tx, outcome.placementId, today);
    if (money === null) return null;
    return {
      today,
      placement,
      outcome,
      windows: outcomeWindows(money.agreement, money.facts.placement),
      standing: standingOf(money),
      decisions: await outcomeDecisions(tx, outcome.placementId),
      findings: await outcomeFindings(tx, outcomeId),
      ownSubmission: await haveHandedIn(tx, outcome.placementId),
      effects: isCurrent(outcome.status) ? effectsOf(money, outcome, today) : null,
    };
  },
  reads: ({ outcome, placement }) => ({
    type: 'outcome',
    id: outcome.id,
    participantIds: [placement.participantId],
  }),
});

/** Evidence moves kronor only where it reaches a milestone that has come: short of the first, and each of them, is every case. */
function effectsOf(
  money: PlacementMoney,
  outcome: StoredOutcome,
  today: PlainDate,
): ReviewedOutcome['effects'] {
  const clock = outcomeClock(money.agreement, money.facts);
  const reached = clock === null || typeof clock === 'string' ? [] : verificationDays(clock, today);
  return {
    approve: [null, ...reached].map((verifiedThrough) => ({
      verifiedThrough,
      effect: effectFor(money, { outcome: outcomeFact(outcome, 'approved', verifiedThrough) }),
    })),
    return: effectFor(money, { outcome: outcomeFact(outcome, 'returned', outcome.verifiedThrough) }),
    reject: effectFor(money, { outcome: outcomeFact(outcome, 'rejected', outcome.verifiedThrough) }),
  };
}
