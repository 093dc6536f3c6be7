import { ROLES } from '#lib/domain/actor/role.ts';
import { type ReadAllNotificationsInput, readAllNotificationsInput } from '#lib/schemas/notification.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** Marks what somebody had been told when the list was shown as read; what has come since stays unread. */
export const readAllNotifications = defineCommand({
  name: 'notification.readAll',
  mandates: ROLES,
  input: readAllNotificationsInput,
  // Each row is locked as it is marked.
  lock: async (_tx, _input, { actor }) => (actor.kind === 'person' ? { personId: actor.personId } : null),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (_, { before }: ReadAllNotificationsInput) => ok({ before }),
  async write(tx, { before }, { personId }, { now }) {
    const marked = await tx.$executeRaw`UPDATE notification SET read_at = ${now.toISOString()}::timestamptz
      WHERE person_id = ${personId}::uuid AND read_at IS NULL AND created_at <= ${before}::timestamptz`;
    return { marked };
  },
  audit: ({ marked }) => ({ type: 'notification', id: null, participantIds: [], detail: { marked } }),
});
