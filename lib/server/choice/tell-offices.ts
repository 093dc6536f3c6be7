import type { NotificationEvent, Telling } from '#lib/domain/notification/notification.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { notifyAll } from '#lib/server/notification/notify.ts';
import { participantPath } from '#lib/server/report/provider-paths.ts';

type Told = {
  readonly event: NotificationEvent;
  readonly placementId: string;
  /** A placement that no longer is has no page of its own. */
  readonly path?: string;
};

/** Tells those who receive participants at the office of each placement, and its coach where it has one. */
export async function tellOffices(tx: Tx, told: readonly Told[], now: Date): Promise<void> {
  const tellings = told.flatMap(({ event, placementId, path }): readonly Telling[] => {
    const subject = { type: 'placement', id: placementId };
    const about = { placementId, subject, path: path ?? participantPath(placementId) };
    return [
      { event, to: { kind: 'providerRoles', roles: ['intake'] }, about, now },
      { event, to: { kind: 'coach' }, about, now },
    ];
  });
  await notifyAll(tx, tellings);
}
