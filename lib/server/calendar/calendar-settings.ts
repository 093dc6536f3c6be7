import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import type { CalendarSettings } from '#lib/domain/calendar/calendar-settings.ts';
import { revealSeal } from '#lib/server/api-client/keep-secret.ts';
import { personActor } from '#lib/server/calendar/own-feed.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly byMail: boolean | null;
  readonly email: string | null;
  readonly createdAt: Date | null;
};

/** How a person follows the last days: a calendar, and mail. A new secret is shown once, within minutes. */
export const calendarSettings = defineQuery<{ readonly revealId: string | null }, CalendarSettings>({
  name: 'calendarFeed.settings',
  mandates: PROVIDER_ROLES,
  purpose: 'Egna påminnelser',
  run: async (tx, { revealId }, { actor, now }) => {
    const { membershipId, personId } = personActor(actor);
    const [row] = await tx.$queryRaw<Row[]>`SELECT q.email,
        (SELECT by_mail FROM reminder_choice WHERE membership_id = ${membershipId}::uuid) AS "byMail",
        (SELECT created_at FROM calendar_feed WHERE membership_id = ${membershipId}::uuid AND revoked_at IS NULL) AS "createdAt"
      FROM person q WHERE q.id = ${personId}::uuid`;
    if (row === undefined) return null;
    const [revealed] = await tx.$queryRaw<{ sealed: Uint8Array }[]>`
      DELETE FROM secret_reveal WHERE id = ${revealId}::uuid AND subject_type = 'calendarFeed' AND expires_at > ${now.toISOString()}::timestamptz
      RETURNING sealed`;
    return {
      email: row.email,
      byMail: row.byMail ?? true,
      feedSince: row.createdAt === null ? null : plainDateFromDate(row.createdAt),
      secret:
        revealId === null || revealed === undefined ? null : revealSeal().open(revealId, revealed.sealed),
    };
  },
  reads: () => null,
});
