import { byUrgency, judgePlacement } from '#lib/domain/quality/judge-placement.ts';
import type { JudgedPlacement, QualityBasis } from '#lib/domain/quality/quality-view.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadFacts } from '#lib/server/quality/load-facts.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { Month } from '#lib/shared/month.ts';

export type JudgedScope = {
  readonly basis: QualityBasis;
  readonly placements: readonly JudgedPlacement[];
};

/**
 * Every placement of the scope with service days today, judged by the terms in force. A list is ordered by what the rules
 * say, so it is judged whole and paged afterwards: some hundred bytes for each of the participants that a provider has now.
 */
export async function judgeScope(
  tx: Tx,
  scope: Prisma.Sql,
  { today, now }: Pick<CommandContext, 'today' | 'now'>,
): Promise<JudgedScope> {
  const terms = await termsInForce(tx, today);
  const { termsOf } = await loadRules(tx);
  const dueOn = (month: Month) => reportDueOn(month, termsOf(month));
  const placements = (await loadFacts(tx, scope, today)).map((placed) => ({
    placementId: placed.placementId,
    participantId: placed.participantId,
    name: placed.name,
    familyName: placed.familyName,
    reference: placed.reference,
    level: placed.level,
    officeId: placed.officeId,
    officeName: placed.officeName,
    coachPersonId: placed.coachPersonId,
    coachName: placed.coachName,
    standings: judgePlacement(placed, terms, dueOn, today).toSorted(byUrgency),
  }));
  return { basis: { today, readAt: now.toISOString(), terms }, placements };
}
