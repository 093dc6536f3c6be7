import { ROLES } from '#lib/domain/actor/role.ts';
import { defineQuery } from '#lib/server/command/query.ts';

/** More than so many are not counted; they are shown as "99+". */
const MOST_COUNTED = 100;

/** How many notifications somebody has not read: for the frame of every page. */
export const unreadCount = defineQuery<object, number>({
  name: 'notification.count',
  mandates: ROLES,
  purpose: 'Det som har hänt i ärenden som personen väntar på',
  run: async (tx, _, { actor }) => {
    if (actor.kind !== 'person') return null;
    const [counted] = await tx.$queryRaw<{ unread: number }[]>`SELECT count(*)::int AS unread FROM (
      SELECT 1 FROM notification WHERE person_id = ${actor.personId}::uuid AND read_at IS NULL LIMIT ${MOST_COUNTED}) x`;
    return counted?.unread ?? 0;
  },
  reads: () => null,
});
