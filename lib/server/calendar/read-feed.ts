import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { type Deadline, deadlineKey, isDated } from '#lib/domain/calendar/deadline.ts';
import { deadlineDetail, deadlineInWords } from '#lib/domain/calendar/deadline-words.ts';
import { iCalendar } from '#lib/domain/calendar/icalendar.ts';
import { findFeedOwner } from '#lib/server/calendar/feed-owner.ts';
import { listDeadlines } from '#lib/server/calendar/list-deadlines.ts';
import { ask, defineQuery } from '#lib/server/command/query.ts';
import type { Database } from '#lib/server/db/client.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** The last days of the actor's work, as counts. */
const feedDeadlines = defineQuery<object, readonly Deadline[]>({
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

/** The calendar that a secret stands for, as a file; null for a secret that stands for none. */
export async function readFeed(
  secret: string,
  given: { readonly database: Database; readonly now: Date; readonly portalUrl: string },
): Promise<string | null> {
  const { database, now, portalUrl } = given;
  const owner = await findFeedOwner(database, secret, plainDateFromDate(now));
  if (owner === null) return null;
  const result = await ask(feedDeadlines, {}, { database, actor: owner.actor, now });
  if (!result.ok) return null;
  const { host, origin } = new URL(portalUrl);
  return iCalendar({
    name: `Leverantörsportalen, ${owner.actor.providerName}`,
    language: 'sv',
    madeAt: now.toISOString(),
    days: result.value.filter(isDated).map((deadline) => ({
      uid: `${deadlineKey(deadline)}.${owner.feedId}@${host}`,
      date: deadline.dueOn,
      title: deadlineInWords(deadline, 'sv'),
      detail: deadlineDetail(deadline, 'sv'),
      url: `${origin}/provider`,
    })),
  });
}
