import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { type ChooseRemindersInput, chooseRemindersInput } from '#lib/schemas/calendar.ts';
import { personActor } from '#lib/server/calendar/own-feed.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** Whether the person wants reminders by mail from this provider's work, in all of their roles there. */
export const chooseReminders = defineCommand({
  name: 'reminder.choose',
  mandates: PROVIDER_ROLES,
  input: chooseRemindersInput,
  lock: async (tx, _, { actor }): Promise<readonly string[] | null> => {
    const { personId, providerId } = personActor(actor);
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM membership
      WHERE person_id = ${personId}::uuid AND provider_id = ${providerId}::uuid ORDER BY id`;
    return rows.length === 0 ? null : rows.map(({ id }) => id);
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (_, { byMail }: ChooseRemindersInput) => ok({ byMail: byMail === 'yes' }),
  async write(tx, { byMail }, membershipIds, { now }) {
    await tx.$executeRaw`INSERT INTO reminder_choice (membership_id, by_mail, changed_at)
      SELECT id, ${byMail}, ${now.toISOString()}::timestamptz FROM unnest(${[...membershipIds]}::uuid[]) AS x (id)
      ON CONFLICT (membership_id) DO UPDATE SET by_mail = excluded.by_mail, changed_at = excluded.changed_at`;
    return { byMail };
  },
  audit: ({ byMail }) => ({ type: 'reminder', id: null, participantIds: [], detail: { byMail } }),
});
