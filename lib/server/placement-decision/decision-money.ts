import type { DecisionMoney } from '#lib/domain/placement-decision/shown-effect.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { placementMoney } from '#lib/server/effect/placement-effect.ts';

/** What the kronor of a decision about a placement rest on, for caseworkers; nobody else is shown them here. */
export async function decisionMoney(
  tx: Tx,
  placementId: string,
  { actor, today }: Pick<CommandContext, 'actor' | 'today'>,
): Promise<DecisionMoney | null> {
  if (actor.kind !== 'person' || actor.role !== 'caseworker') return null;
  const money = await placementMoney(tx, placementId, today);
  return money === null ? null : { facts: money.facts, agreement: money.agreement };
}
