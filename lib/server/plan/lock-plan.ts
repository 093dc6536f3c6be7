import type { Actor } from '#lib/domain/actor/actor.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { lockPlacements, type WorkedPlacement } from '#lib/server/plan/lock-placement.ts';
import { listPlans } from '#lib/server/plan/plan-rows.ts';

export type LockedPlan = { readonly placement: WorkedPlacement; readonly latest: StoredPlan | null };

/** Locks a placement so that nobody else makes the next version of its plan, and reads the latest. */
export async function lockPlan(tx: Tx, placementId: string, actor: Actor): Promise<LockedPlan | null> {
  const locked = await lockPlacements(tx, [placementId], actor);
  const placement = locked?.[0];
  if (placement === undefined) return null;
  const [latest] = await listPlans(tx, placementId);
  return { placement, latest: latest ?? null };
}
