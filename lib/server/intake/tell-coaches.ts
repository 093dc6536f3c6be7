import type { CoachMove } from '#lib/server/intake/change-coaches.ts';
import { notify } from '#lib/server/notification/notify.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** Tells each new coach – of several participants at once, so that none is named – and each participant who their coach is. */
export async function tellNewCoaches(tx: Tx, moves: readonly CoachMove[], now: Date): Promise<void> {
  const byCoach = Map.groupBy(moves, ({ toPersonId }) => toPersonId);
  for (const [coachPersonId, [first, ...others]] of byCoach) {
    if (coachPersonId === null || first === undefined) continue;
    const { placementId } = first;
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement after the other
    await notify(tx, {
      event: 'coachAssigned',
      to: { kind: 'persons', personIds: [coachPersonId] },
      about: {
        placementId,
        subject: { type: 'placement', id: placementId },
        path:
          others.length === 0 ? `/provider/participants/${placementId}` : '/provider/participants?show=mine',
        gathered: others.length > 0,
      },
      now,
    });
  }
  for (const { placementId, fromPersonId } of moves) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await notify(tx, {
      event: fromPersonId === null ? 'coachAssigned' : 'coachChanged',
      to: { kind: 'participant' },
      about: { placementId, subject: { type: 'placement', id: placementId }, path: '/participant' },
      now,
    });
  }
}
