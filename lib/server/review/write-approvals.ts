import type { Effect } from '#lib/domain/effect/effect.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { effectFor, moneyAfter, placementMoneys } from '#lib/server/effect/placement-effect.ts';
import { newId } from '#lib/server/ids.ts';
import type { LockedReport } from '#lib/server/review/lock-report.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Approved = Pick<LockedReport, 'id' | 'placementId' | 'month'>;

type Approver = {
  readonly by: 'person' | 'rules';
  /** Null where the rules approve. */
  readonly personId: string | null;
  readonly now: Date;
  readonly today: PlainDate;
};

/**
 * Approves reports whole, each by a decision of its own with its kronor: by as many statements as one. They are locked, and may be
 * approved; of a placement with several, each changes what the one before it has left.
 */
export async function writeApprovals(
  tx: Tx,
  reports: readonly Approved[],
  { by, personId, now, today }: Approver,
): Promise<void> {
  const effects = await effectsInTurn(tx, reports, today);
  const decisions = reports.map(({ id }) => {
    const effect = effects.get(id);
    return {
      id: newId(),
      report: id,
      effect: effect?.differenceOre ?? null,
      next: effect?.nextAfterOre ?? null,
    };
  });
  await tx.$executeRaw`INSERT INTO review_decision (id, report_id, decision, by, decided_by_person_id, decided_at, effect_ore, next_ore)
    SELECT x.id, x.report, 'approve', ${by}, ${personId}::uuid, ${now}, x.effect, x.next
    FROM jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) AS x (id uuid, report uuid, effect bigint, next bigint)`;
  await tx.$executeRaw`UPDATE report SET status = 'approved', taken_by_person_id = NULL, taken_at = NULL, version = version + 1
    WHERE id = ANY (${reports.map(({ id }) => id)}::uuid[])`;
}

/** What each approval does to its placement's money when those before it are made; of placements that are not seen nothing. */
async function effectsInTurn(
  tx: Tx,
  reports: readonly Approved[],
  today: PlainDate,
): Promise<ReadonlyMap<string, Effect>> {
  const placementIds = [...new Set(reports.map(({ placementId }) => placementId))];
  const moneys = new Map(await placementMoneys(tx, placementIds, today));
  const effects = new Map<string, Effect>();
  for (const { id, placementId, month } of reports) {
    const money = moneys.get(placementId);
    if (money === undefined) continue;
    const patch = { report: { month, status: 'approved' } } as const;
    effects.set(id, effectFor(money, patch));
    moneys.set(placementId, moneyAfter(money, patch));
  }
  return effects;
}
