import { ROLES } from '#lib/domain/actor/role.ts';
import { type ChooseNotificationsInput, chooseNotificationsInput } from '#lib/schemas/notification.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** How somebody wants to be told, whatever role they have picked; groups that are not asked about keep their way. */
export const chooseNotifications = defineCommand({
  name: 'notification.choose',
  mandates: ROLES,
  input: chooseNotificationsInput,
  // One row of one's own, written whole: the latest choice is the choice.
  lock: async (_tx, _input, { actor }) => (actor.kind === 'person' ? { personId: actor.personId } : null),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (_, choice: ChooseNotificationsInput) => ok(choice),
  async write(tx, { ways, quietFrom, quietTo, weekends }, { personId }, { now }) {
    await tx.$executeRaw`INSERT INTO notification_choice (person_id, ways, quiet_from, quiet_to, quiet_weekends, changed_at)
      VALUES (${personId}::uuid, ${JSON.stringify(ways)}::jsonb, ${quietFrom}, ${quietTo}, ${weekends}, ${now.toISOString()}::timestamptz)
      ON CONFLICT (person_id) DO UPDATE SET ways = notification_choice.ways || excluded.ways, quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to, quiet_weekends = excluded.quiet_weekends, changed_at = excluded.changed_at`;
    return {};
  },
  audit: () => ({ type: 'notification', id: null, participantIds: [] }),
});
