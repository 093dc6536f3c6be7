import { type NextPeriodCoach, nextPeriodCoach } from '#lib/domain/intake/coach-change.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Given = {
  readonly placementId: string;
  /** First day of the new period. */
  readonly from: PlainDate;
  readonly now: Date;
};

/**
 * Called in the transaction that decides on a new period, by a caseworker: the same coach goes on, or – where the coach has
 * left by its first day – the participant is back with intake, and the reason stands in the history of coaches. The placement
 * is locked by the caller; its version goes up where the coach is taken away.
 */
export async function coachForNextPeriod(
  tx: Tx,
  { placementId, from, now }: Given,
): Promise<NextPeriodCoach> {
  const [held] = await tx.$queryRaw<{ coachPersonId: string | null; isCoachThen: boolean | null }[]>`
    SELECT coach_person_id::text AS "coachPersonId", app.is_coach(coach_person_id, provider_id, ${from}::date) AS "isCoachThen"
    FROM placement WHERE id = ${placementId}::uuid`;
  if (held === undefined) throw new Error('No such placement for a new period');
  const next = nextPeriodCoach(held.coachPersonId, held.isCoachThen ?? false);
  const [carried] = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT app.carry_coach_over(${newId()}::uuid, ${placementId}::uuid, ${from}::date, ${now}) AS outcome`;
  if (carried?.outcome !== next.kind)
    throw new Error(`The database carried the coach over as ${String(carried?.outcome)}`);
  return next;
}
