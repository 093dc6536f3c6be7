import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { type Deadline, deadlineKey, isDated } from '#lib/domain/calendar/deadline.ts';
import { deadlineDetail, deadlineInWords } from '#lib/domain/calendar/deadline-words.ts';
import { iCalendar } from '#lib/domain/calendar/icalendar.ts';
import type { FeedOwner } from '#lib/server/calendar/feed-owner.ts';
import { listDeadlines } from '#lib/server/calendar/list-deadlines.ts';
import { ask, defineQuery } from '#lib/server/command/query.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { Problem } from '#lib/shared/problem.ts';
import { ok, type Result } from '#lib/shared/result.ts';

/** The last days of the actor's work, as counts. */
export const feedDeadlines = defineQuery<object, readonly Deadline[]>({
  name: 'calendarFeed.read',
  mandates: PROVIDER_ROLES,
  purpose: 'Sista dagar i egen kalender',
  run: async (tx, _, { actor, today }) =>
    actor.kind === 'person' && actor.organisation === 'provider'
      ? await listDeadlines(tx, actor, today)
      : null,
  // Counts and days: nobody's data is shown.
  reads: () => null,
});

/** An owner's calendar as a file. */
export async function readFeed(
  { actor, feedId }: FeedOwner,
  given: { readonly database: Database; readonly now: Date; readonly portalUrl: string },
): Promise<Result<string, Problem>> {
  const { database, now, portalUrl } = given;
  const deadlines = await ask(feedDeadlines, {}, { database, actor, now });
  if (!deadlines.ok) return deadlines;
  const { host, origin } = new URL(portalUrl);
  const calendar = iCalendar({
    name: `Leverantörsportalen, ${actor.providerName}`,
    language: 'sv',
    madeAt: now.toISOString(),
    days: deadlines.value.filter(isDated).map((deadline) => ({
      uid: `${deadlineKey(deadline)}.${feedId}@${host}`,
      date: deadline.dueOn,
      title: deadlineInWords(deadline, 'sv'),
      detail: deadlineDetail(deadline, 'sv'),
      url: `${origin}/provider`,
    })),
  });
  return ok(calendar);
}
