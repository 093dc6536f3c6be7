import { ROLES } from '#lib/domain/actor/role.ts';
import type { NotificationChoice } from '#lib/domain/notification/mail-time.ts';
import { choiceOf, groupsOf } from '#lib/domain/notification/own-choice.ts';
import type { NotificationGroup } from '#lib/domain/notification/notification.ts';
import { defineQuery } from '#lib/server/command/query.ts';

export type OwnNotificationChoice = NotificationChoice & {
  readonly groups: readonly NotificationGroup[];
  /** Null where the portal knows no address: then all stays in the portal. */
  readonly email: string | null;
};

/** How somebody wants to be told of what they wait for. */
export const notificationChoice = defineQuery<object, OwnNotificationChoice>({
  name: 'notification.choice',
  mandates: ROLES,
  purpose: 'Egna notiser',
  run: async (tx, _, { actor }) => {
    if (actor.kind !== 'person') return null;
    const { personId, role } = actor;
    const [person, stored] = [
      await tx.person.findUnique({ where: { id: personId }, select: { email: true } }),
      await tx.notificationChoice.findUnique({ where: { personId } }),
    ];
    return { ...choiceOf(stored), groups: groupsOf(role), email: person?.email ?? null };
  },
  reads: () => null,
});
