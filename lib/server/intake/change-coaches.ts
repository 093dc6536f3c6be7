import type { CoachChangeKind, HeldPlacement } from '#lib/domain/intake/coach-change.ts';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfCoaches } from '#lib/server/intake/tell-of-coaches.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Locks placements within reach whose coach is to change; the rows of those that are there, in one order. */
export async function lockHeld(
  tx: Tx,
  placementIds: readonly string[],
  actor: Actor,
): Promise<readonly HeldPlacement[]> {
  return await tx.$queryRaw<HeldPlacement[]>`
    SELECT p.id::text, p.participant_id::text AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
      p.coach_person_id::text AS "coachPersonId", c.given_name || ' ' || c.family_name AS "coachName", p.version
    FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      LEFT JOIN person c ON c.id = p.coach_person_id
    WHERE p.id = ANY (${[...placementIds]}::uuid[]) AND ${placementsInReach(actor)} AND p.cancelled_at IS NULL
    ORDER BY p.id FOR UPDATE OF p`;
}

/** Who of some coaches may not have which of some placements: does not work there, is not named for the participant, or is no coach. */
export async function findBeyondReach(
  tx: Tx,
  pairs: readonly { readonly placementId: string; readonly coachPersonId: string }[],
  today: PlainDate,
): Promise<readonly BeyondReach[]> {
  return await tx.$queryRaw<BeyondReach[]>`
    SELECT x."placementId", x."coachPersonId", n.given_name || ' ' || n.family_name AS "coachName",
      y.given_name || ' ' || y.family_name AS "participantName", o.name AS "officeName", app.is_coach(x."coachPersonId"::uuid, p.provider_id, ${today}::date) AS "isCoach"
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS x ("placementId" text, "coachPersonId" text)
      JOIN placement p ON p.id = x."placementId"::uuid JOIN office o ON o.id = p.office_id
      JOIN participant q ON q.id = p.participant_id JOIN person y ON y.id = q.person_id
      LEFT JOIN person n ON n.id = x."coachPersonId"::uuid
    WHERE NOT EXISTS (SELECT 1 FROM membership m LEFT JOIN membership_office s ON s.membership_id = m.id
        WHERE m.person_id = x."coachPersonId"::uuid AND m.provider_id = p.provider_id AND m.role = 'coach' AND (m.all_offices OR s.office_id = p.office_id)
          AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date))
      OR (p.protected AND NOT app.is_named_for(x."coachPersonId"::uuid, p.participant_id))
    ORDER BY y.family_name, y.given_name`;
}

export type BeyondReach = {
  readonly placementId: string;
  readonly coachPersonId: string;
  readonly coachName: string | null;
  readonly participantName: string;
  readonly officeName: string;
  readonly isCoach: boolean;
};

/** One participant from a coach, or from nobody, to another, or to nobody. */
export type CoachMove = {
  readonly placementId: string;
  readonly fromPersonId: string | null;
  readonly toPersonId: string | null;
};

/** Changes the coaches of locked placements and leaves a row of each change, all under one batch. Returns the batch. */
export async function changeCoaches(
  tx: Tx,
  moves: readonly CoachMove[],
  by: { readonly kind: CoachChangeKind; readonly personId: string; readonly now: Date },
): Promise<string> {
  const batchId = newId();
  const rows = JSON.stringify(moves.map((move) => ({ id: newId(), ...move })));
  await tx.$executeRaw`
    WITH moved AS (SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, "placementId" uuid, "fromPersonId" uuid, "toPersonId" uuid)),
      told AS (INSERT INTO coach_change (id, batch_id, placement_id, kind, from_person_id, to_person_id, by_person_id, at)
        SELECT id, ${batchId}::uuid, "placementId", ${by.kind}, "fromPersonId", "toPersonId", ${by.personId}::uuid, ${by.now} FROM moved)
    UPDATE placement SET coach_person_id = moved."toPersonId", version = version + 1 FROM moved WHERE placement.id = moved."placementId"`;
  await tellOfCoaches(tx, moves, by.now);
  return batchId;
}
