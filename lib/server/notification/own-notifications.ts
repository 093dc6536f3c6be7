import { ROLES } from '#lib/domain/actor/role.ts';
import {
  isNotificationEvent,
  type OwnNotification,
  type OwnNotifications,
} from '#lib/domain/notification/notification.ts';
import { DOCUMENT_KINDS } from '#lib/domain/document/document.ts';
import type { NotificationListInput } from '#lib/schemas/notification.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

const PAGE_SIZE = 50;

type Row = Omit<OwnNotification, 'event' | 'document'> & {
  readonly event: string;
  readonly document: string | null;
};

function read({ event, document, ...row }: Row): OwnNotification[] {
  if (!isNotificationEvent(event)) return [];
  return [{ ...row, event, document: DOCUMENT_KINDS.find((kind) => kind === document) ?? null }];
}

/** One's own notifications, the newest first. Whom they are about is shown to those who may see that now. */
export const ownNotifications = defineQuery<NotificationListInput, OwnNotifications>({
  name: 'notification.list',
  mandates: ROLES,
  purpose: 'Det som har hänt i ärenden som personen väntar på',
  run: async (tx, { show, page }, { actor, now }) => {
    if (actor.kind !== 'person') return null;
    const own = Prisma.sql`n.person_id = ${actor.personId}::uuid`;
    const shown = show === 'unread' ? Prisma.sql`${own} AND n.read_at IS NULL` : own;
    const rows = await tx.$queryRaw<Row[]>`
      SELECT n.id::text, n.event, n.document, to_char(n.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "happenedAt",
        n.read_at IS NOT NULL AS "isRead", q.id::text AS "participantId", p.given_name || ' ' || p.family_name AS name
      FROM notification n LEFT JOIN placement l ON l.id = n.placement_id AND ${actor.role !== 'participant'}
        LEFT JOIN participant q ON q.id = l.participant_id LEFT JOIN person p ON p.id = q.person_id
      WHERE ${shown} ORDER BY n.created_at DESC, n.id DESC LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
    const [counts] = await tx.$queryRaw<{ unread: number; all: number }[]>`
      SELECT count(*) FILTER (WHERE n.read_at IS NULL)::int AS unread, count(*)::int AS all FROM notification n WHERE ${own}`;
    const { unread, all } = counts ?? { unread: 0, all: 0 };
    return {
      notifications: rows.flatMap(read),
      unread,
      all,
      page,
      pageSize: PAGE_SIZE,
      readAt: now.toISOString(),
    };
  },
  reads: ({ notifications }) => ({
    type: 'notification',
    id: null,
    participantIds: [...new Set(notifications.flatMap(({ participantId }) => participantId ?? []))],
  }),
});
