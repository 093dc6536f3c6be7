import { ROLES } from '#lib/domain/actor/role.ts';
import { type ReadNotificationInput, readNotificationInput } from '#lib/schemas/notification.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

type State = { readonly path: string; readonly isRead: boolean };

/** Marks one of one's own notifications as read, and says where what it is about is read. Doing it again changes nothing. */
export const readNotification = defineCommand({
  name: 'notification.read',
  mandates: ROLES,
  input: readNotificationInput,
  lock: async (tx, { notificationId }: ReadNotificationInput, { actor }): Promise<State | null> => {
    if (actor.kind !== 'person') return null;
    const [row] = await tx.$queryRaw<State[]>`SELECT path, read_at IS NOT NULL AS "isRead" FROM notification
      WHERE id = ${notificationId}::uuid AND person_id = ${actor.personId}::uuid FOR NO KEY UPDATE`;
    return row ?? null;
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ isRead }) => ok({ isNew: !isRead }),
  async write(tx, { isNew }, { path }, { now }, { notificationId }) {
    if (isNew)
      await tx.$executeRaw`UPDATE notification SET read_at = ${now.toISOString()}::timestamptz WHERE id = ${notificationId}::uuid`;
    return { notificationId, path };
  },
  audit: ({ notificationId }) => ({ type: 'notification', id: notificationId, participantIds: [] }),
});
