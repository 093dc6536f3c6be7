import { copyWeek, type CopiedEntry, type LoggedPlacement } from '#lib/domain/activity/add-to-log.ts';
import type { LogRules, NewEntry } from '#lib/domain/activity/log-entry.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export type DatedEntry = NewEntry & { readonly id: string; readonly placementId: string };

/** The entries of some placements in the week that begins on `weekFrom`, a Monday, and in the week before. */
export async function entriesOfTwoWeeks(
  tx: Tx,
  placementIds: readonly string[],
  weekFrom: PlainDate,
): Promise<readonly DatedEntry[]> {
  return await tx.$queryRaw<DatedEntry[]>`
    SELECT id::text, placement_id::text AS "placementId", date::text, activity::text, form::text, minutes, language, note FROM activity_entry
    WHERE placement_id = ANY (${[...placementIds]}::uuid[]) AND removed_at IS NULL
      AND date >= ${addDays(weekFrom, -7)}::date AND date < ${addDays(weekFrom, 7)}::date ORDER BY date, id`;
}

/** What becomes of a placement's entries of the week before when they are copied, those of `chosen` where it is given. */
export function copiesOf(
  placement: LoggedPlacement,
  entries: readonly DatedEntry[],
  week: { readonly weekFrom: PlainDate; readonly chosen?: ReadonlySet<string> },
  rules: LogRules,
): readonly CopiedEntry<DatedEntry>[] {
  const { weekFrom, chosen } = week;
  const own = entries.filter(({ placementId }) => placementId === placement.placementId);
  const lastWeek = own.filter(({ date, id }) => date < weekFrom && (chosen === undefined || chosen.has(id)));
  return copyWeek(
    placement,
    lastWeek,
    own.filter(({ date }) => date >= weekFrom),
    rules,
  );
}
