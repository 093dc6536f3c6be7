import type { Effect } from '#lib/domain/effect/effect.ts';
import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import type { PlacementDecision } from '#lib/domain/placement-decision/placement-decision.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';

type Decided = Omit<PlacementDecision, 'id' | 'decidedOn'> & { readonly effect: Effect | null };

/** Writes down what was decided of a placement, with the kronor that were shown; what it changes follows in the same transaction. */
export async function insertDecision(
  tx: Tx,
  { effect, onDay, ...decided }: Decided,
  { actor, now }: CommandContext,
): Promise<string> {
  if (actor.kind !== 'person') throw new Error('Only persons decide about placements');
  const id = newId();
  await tx.placementDecision.create({
    data: {
      id,
      ...decided,
      onDay: onDay === null ? null : toUtcDate(onDay),
      effectOre: effect?.differenceOre ?? null,
      nextOre: effect?.nextAfterOre ?? null,
      decidedByPersonId: actor.personId,
      decidedAt: now,
    },
  });
  return id;
}

/** Tells the coach (or intake) and the participant what has become of the placement. */
export async function tellOfPlacement(
  tx: Tx,
  placementId: string,
  event: NotificationEvent,
  { now }: Pick<CommandContext, 'now'>,
): Promise<void> {
  const subject = { type: 'placement', id: placementId };
  const path = `/provider/participants/${placementId}`;
  await notify(tx, { event, to: { kind: 'coach' }, about: { placementId, subject, path }, now });
  const own = { placementId, subject, path: '/participant' };
  await notify(tx, { event, to: { kind: 'participant' }, about: own, now });
}
