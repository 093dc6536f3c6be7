import type { Actor } from '#lib/domain/actor/actor.ts';
import type { OwnMonth } from '#lib/domain/activity-answer/activity-answer.ts';
import { loadOwnMonths } from '#lib/server/activity-answer/own-months.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ownParticipantId } from '#lib/server/participant/own-participant.ts';
import type { Month } from '#lib/shared/month.ts';

/** A month of the participant's own that has something to answer; its placement is locked. */
export type LockedOwnMonth = OwnMonth & { readonly participantId: string; readonly personId: string };

/** Null where there is none of theirs, or nothing in it. */
export async function lockOwnMonth(
  tx: Tx,
  asked: { readonly placementId: string; readonly month: Month },
  actor: Actor,
): Promise<LockedOwnMonth | null> {
  const participantId = ownParticipantId(actor);
  if (participantId === null || actor.kind !== 'person') return null;
  const locked = await tx.$queryRaw<
    unknown[]
  >`SELECT id::text FROM placement WHERE id = ${asked.placementId}::uuid
    AND participant_id = ${participantId}::uuid AND cancelled_at IS NULL FOR NO KEY UPDATE`;
  if (locked.length === 0) return null;
  const [month] = await loadOwnMonths(tx, participantId, asked);
  return month === undefined ? null : { ...month, participantId, personId: actor.personId };
}
