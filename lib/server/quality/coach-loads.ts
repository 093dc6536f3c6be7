import type { CoachLoad } from '#lib/domain/quality/coach-load.ts';
import { NEAR_DAYS } from '#lib/domain/quality/standing.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** How many participants each coach of a provider has, today and as far ahead as is near. */
export async function loadCoachLoads(
  tx: Tx,
  providerId: string,
  today: PlainDate,
): Promise<ReadonlyMap<string, CoachLoad>> {
  const soonOn = addDays(today, NEAR_DAYS);
  const rows = await tx.$queryRaw<{ coachPersonId: string; participants: number; soon: number }[]>`
    SELECT coach_person_id::text AS "coachPersonId", participants, soon
    FROM app.coach_participants(${providerId}::uuid, ${today}::date, ${soonOn}::date)`;
  return new Map(
    rows.map(({ coachPersonId, participants, soon }) => [coachPersonId, { participants, soon, soonOn }]),
  );
}
