import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { explainSv } from '#lib/domain/compensation/explain-sv.ts';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { REASON_SV } from '#lib/domain/compensation/swedish.ts';
import { isCurrent } from '#lib/domain/outcome/outcome.ts';
import { outcomeClock, outcomeStanding, outcomeWindows } from '#lib/domain/outcome/outcome-clock.ts';
import type { StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import { outcomeStep } from '#lib/domain/outcome/outcome-steps.ts';
import type { AmountWhy, ProviderOutcome } from '#lib/domain/outcome/provider-outcome.ts';
import { mayTakeBack } from '#lib/domain/outcome/report-outcome.ts';
import { pendingNeedSv } from '#lib/domain/statement/forecast-need-sv.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { findDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { type PlacementMoney, placementMoney } from '#lib/server/effect/placement-effect.ts';
import { guardOpen } from '#lib/server/evidence/open-outcome.ts';
import { findOutcome, outcomeDecisions, outcomePlacement } from '#lib/server/outcome/find-outcome.ts';
import { outcomeFindings } from '#lib/server/outcome/outcome-checks.ts';
import { isReportedByOwn } from '#lib/server/outcome/reporting.ts';

/** The provider's page of an outcome report: how it stands, the day of each milestone, what is shown and what is missing. */
export const showOutcome = defineQuery<{ readonly outcomeId: string }, ProviderOutcome>({
  name: 'outcome.show',
  mandates: ['coach', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Resultatredovisning',
  async run(tx, { outcomeId }, { actor, today }) {
    const outcome = await findOutcome(tx, outcomeId);
    if (outcome === null || (await findDocumentPlacement(tx, outcome.placementId, actor)) === null)
      return null;
    const placement = await outcomePlacement(tx, outcome.placementId);
    const money = placement === null ? null : await placementMoney(tx, outcome.placementId, today);
    if (placement === null || money === null) return null;
    const { agreement, facts } = money;
    const sees = actor.kind === 'person' && seesMoney(actor.role);
    const reports = actor.kind === 'person' && actor.role !== 'providerAdmin';
    const decisions = await outcomeDecisions(tx, outcome.placementId);
    const current = isCurrent(outcome.status);
    return {
      today,
      placement,
      outcome,
      findings: await outcomeFindings(tx, outcomeId),
      versions: await queryJson<ProviderOutcome['versions'][number]>(
        tx,
        Prisma.sql`SELECT o.id, o.number, o.status, to_char(o.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "submittedAt"
          FROM outcome o WHERE o.placement_id = ${outcome.placementId}::uuid ORDER BY o.number DESC`,
      ),
      windows: outcomeWindows(agreement, facts.placement),
      wantedExtentPercent: money.wantedExtentPercent,
      clock: outcomeClock(agreement, facts),
      amounts: sees ? amountsOf(money) : null,
      step: outcomeStep({ agreement, facts, signal: null }),
      decisions: decisions.map((decision) => (sees ? decision : { ...decision, effectOre: null })),
      moves: {
        correct: reports && current,
        takeBack:
          reports &&
          mayTakeBack({
            status: outcome.status,
            decisions: decidedOn(outcome, decisions),
            isOwn: await isReportedByOwn(tx, outcome),
          }),
        giveEvidence: reports && guardOpen(outcome.status) === null,
      },
    };
  },
  reads: ({ outcome, placement }) => ({
    type: 'outcome',
    id: outcome.id,
    participantIds: [placement.participantId],
  }),
});

function decidedOn({ number }: StoredOutcome, decisions: ProviderOutcome['decisions']): number {
  return decisions.filter((decision) => decision.number === number).length;
}

/** Each amount with why it is paid, what it needs, or why it is not. */
function amountsOf({ agreement, facts }: PlacementMoney): readonly AmountWhy[] {
  const { lines } = evaluate(agreement, facts);
  return outcomeStanding(agreement, facts).map((amount) => {
    const { key, component, after } = amount;
    switch (after.kind) {
      case 'line':
        return { ...amount, why: explainSv(lines.find((line) => line.key === key)?.because ?? []) };
      case 'pending':
        return { ...amount, why: pendingNeedSv({ key, component, dueOn: after.dueOn, agreement, facts }) };
      case 'notPayable':
        return { ...amount, why: REASON_SV[after.reason] };
      case 'none':
        return { ...amount, why: '' };
    }
  });
}
