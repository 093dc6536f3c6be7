import { outcomeFact } from '#lib/domain/outcome/outcome.ts';
import { outcomeClock, outcomeStanding, outcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import type { OutcomeDesk, OutcomeStanding } from '#lib/domain/outcome/outcome-page.ts';
import type { TypedOutcome } from '#lib/domain/outcome/read-outcome.ts';
import { confirmationOf, readableOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { effectFor, type PlacementMoney, placementMoney } from '#lib/server/effect/placement-effect.ts';
import { currentOutcome, outcomeDecisions, outcomePlacement } from '#lib/server/outcome/find-outcome.ts';
import { checkOutcome } from '#lib/server/outcome/outcome-checks.ts';

type Asked = { readonly placementId: string; readonly typed: TypedOutcome | null };

/** How the outcome of a placement stands, from what its money rests on. */
export function standingOf({ agreement, facts }: PlacementMoney): OutcomeStanding {
  return { clock: outcomeClock(agreement, facts), amounts: outcomeStanding(agreement, facts) };
}

/** The outcome of a placement, what may be written and by when, and the kronor of what is being written. */
export const outcomeDesk = defineQuery<Asked, OutcomeDesk>({
  name: 'outcome.prepare',
  mandates: ['caseworker'],
  purpose: 'Handläggning av resultat',
  async run(tx, { placementId, typed }, { today }) {
    const placement = await outcomePlacement(tx, placementId);
    const money = placement === null ? null : await placementMoney(tx, placementId, today);
    if (placement === null || money === null) return null;
    const current = await currentOutcome(tx, placementId);
    const content = typed === null ? null : readableOutcome(typed, today);
    return {
      today,
      placement,
      windows: outcomeWindows(money.agreement, money.facts.placement),
      current,
      standing: standingOf(money),
      decisions: await outcomeDecisions(tx, placementId),
      saving:
        content === null
          ? null
          : {
              effect: effectFor(money, { outcome: outcomeFact(content, 'submitted', null) }),
              confirmation: confirmationOf(content),
              findings: await checkOutcome(tx, placementId, content),
            },
      withdrawing: current === null ? null : effectFor(money, { outcome: null }),
    };
  },
  reads: ({ placement, current }) => ({
    type: 'outcome',
    id: current?.id ?? null,
    participantIds: [placement.participantId],
  }),
});
