import type { Tx } from '#lib/server/db/transaction.ts';
import { type LoadedMonth, loadMonths } from '#lib/server/month/load-months.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import type { MonthScope } from '#lib/server/month/month-source.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Kept = {
  readonly months: readonly LoadedMonth[];
  /** What was committed before they were loaded, as `pg_current_snapshot()` tells it. */
  readonly snapshot: string;
  /** Whom the actor was named for: others with protected identity are not among them. */
  readonly namedFor: string;
  /** Of this process's own clock, in milliseconds. */
  readonly keptAt: number;
};

/** The database remembers changes for an hour. */
const KEPT_MS = 10 * 60_000;
/** Of all lists together; some 3 kB each. */
const MOST_MONTHS = 20_000;

const lists = new Map<string, Kept>();

/**
 * As {@link loadMonths}, for all that an actor sees of a month: from memory while nothing has changed at any of the
 * provider's offices. The database is asked each time, and answers by its own transaction ids, so that any number of
 * portals tell the same.
 */
export async function recallMonths(
  tx: Tx,
  scope: Omit<MonthScope, 'placementIds'>,
  today: PlainDate,
): Promise<readonly LoadedMonth[]> {
  const { actor, month, officeId, coachPersonId } = scope;
  const { providerId, locale } = monthActor(actor);
  const officeScope = actor.kind === 'person' ? actor.officeScope : [];
  const key = JSON.stringify([providerId, officeScope, month, officeId, coachPersonId, today, locale]);
  const earlier = lists.get(key);
  const { snapshot, namedFor, changed } = await askForChanges(tx, providerId, earlier?.snapshot ?? null);
  const fresh = earlier !== undefined && performance.now() - earlier.keptAt < KEPT_MS;
  if (fresh && !changed && earlier.namedFor === namedFor) return earlier.months;
  const months = await loadMonths(tx, scope, today);
  keep(key, { months, snapshot, namedFor, keptAt: performance.now() });
  return months;
}

type Answer = { readonly snapshot: string; readonly namedFor: string; readonly changed: boolean };

/** Whether any office of the provider has changed in a transaction that a snapshot does not hold. */
async function askForChanges(tx: Tx, providerId: string, since: string | null): Promise<Answer> {
  const [answer] = await tx.$queryRaw<Answer[]>`
    SELECT pg_current_snapshot()::text AS snapshot, app.named_for()::text AS "namedFor", ${since}::text IS NULL OR EXISTS (
      SELECT 1 FROM office_change c WHERE c.office_id = ANY (ARRAY(SELECT o.id FROM office o WHERE o.provider_id = ${providerId}::uuid))
        AND c.txid >= pg_snapshot_xmin(${since}::pg_snapshot)::text::bigint
        AND NOT pg_visible_in_snapshot(c.txid::text::xid8, ${since}::pg_snapshot)) AS changed`;
  if (answer === undefined) throw new Error('The database did not say what has changed');
  return answer;
}

function keep(key: string, kept: Kept): void {
  lists.delete(key);
  lists.set(key, kept);
  let total = [...lists.values()].reduce((sum, { months }) => sum + months.length, 0);
  for (const [oldest, { months }] of lists) {
    if (total <= MOST_MONTHS || oldest === key) return;
    lists.delete(oldest);
    total -= months.length;
  }
}
