import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { calendarFeedInput } from '#lib/schemas/calendar.ts';
import { lockOwnFeed } from '#lib/server/calendar/own-feed.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** The secret address stops to work at once. */
export const revokeFeed = defineCommand({
  name: 'calendarFeed.revoke',
  mandates: PROVIDER_ROLES,
  input: calendarFeedInput,
  lock: (tx, _, { actor }) => lockOwnFeed(tx, actor),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { id }, { now }) {
    await tx.$executeRaw`UPDATE calendar_feed SET revoked_at = ${now.toISOString()}::timestamptz WHERE id = ${id}::uuid`;
    return { feedId: id };
  },
  audit: ({ feedId }) => ({ type: 'calendarFeed', id: feedId, participantIds: [] }),
});
