import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { calendarFeedInput } from '#lib/schemas/calendar.ts';
import { keepSecret } from '#lib/server/api-client/keep-secret.ts';
import { hashOfSecret, newFeedSecret } from '#lib/server/calendar/feed-secret.ts';
import { lockOwnFeed, type OwnFeed, personActor } from '#lib/server/calendar/own-feed.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { ok } from '#lib/shared/result.ts';

/** A secret address of a calendar, shown once. One that the person had in this role before stops to work. */
export const createFeed = defineCommand({
  name: 'calendarFeed.create',
  mandates: PROVIDER_ROLES,
  input: calendarFeedInput,
  lock: async (tx, _, { actor }): Promise<{ readonly before: OwnFeed | null }> => ({
    before: await lockOwnFeed(tx, actor),
  }),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { before }, { actor, now }) {
    const at = now.toISOString();
    if (before !== null) {
      await tx.$executeRaw`UPDATE calendar_feed SET revoked_at = ${at}::timestamptz WHERE id = ${before.id}::uuid`;
    }
    const [id, secret] = [newId(), newFeedSecret()];
    await tx.$executeRaw`INSERT INTO calendar_feed (id, membership_id, secret_hash, created_at)
      VALUES (${id}::uuid, ${personActor(actor).membershipId}::uuid, ${hashOfSecret(secret)}, ${at}::timestamptz)`;
    const revealId = await keepSecret(tx, actor, { subject: { type: 'calendarFeed', id }, secret, now });
    return { feedId: id, revealId };
  },
  audit: ({ feedId }, _, { before }) => ({
    type: 'calendarFeed',
    id: feedId,
    participantIds: [],
    detail: { replaces: before?.id ?? null },
  }),
});
