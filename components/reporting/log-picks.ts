import type { LogDoneState } from '#components/reporting/log-done.tsx';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import type { LogPageState } from '#components/reporting/log-view.tsx';
import type { QuickPick } from '#components/reporting/who-picker.tsx';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

type Words = (key: 'all' | 'none' | 'mine' | 'group', values?: Record<string, string | number>) => string;

/**
 * The sets of participants that are ticked by one press: earlier groups, everybody, the reader's own, nobody. What was just done
 * stands in their addresses, too: before the page has taken over it can still be taken back after one of them.
 */
export function picksOf(
  log: WeekLog,
  filter: LogFilter,
  done: LogDoneState | null,
  t: Words,
  locale: Locale,
): readonly QuickPick[] {
  const { participants, groups } = log;
  if (participants.length < 2) return [];
  const own = participants.filter(({ mine }) => mine).map(({ placementId }) => placementId);
  const all = participants.map(({ placementId }) => placementId);
  const isMixed = own.length > 0 && own.length < all.length;
  const picks = [
    ...groups.map(({ entryId, date, placementIds }) => ({
      key: entryId,
      words: t('group', { day: dateInWords(date, locale, 'day'), count: placementIds.length }),
      placementIds,
    })),
    ...(isMixed ? [{ key: 'mine', words: t('mine'), placementIds: own }] : []),
    { key: 'all', words: t('all'), placementIds: all },
    { key: 'none', words: t('none'), placementIds: [] },
  ];
  const kept = done === null ? {} : addressOf(done);
  return picks.map((pick) => ({
    ...pick,
    href: logHref(filter, { ...kept, page: filter.page, pick: pick.key }),
  }));
}

/** What was just done, as the commands say it in the address. */
function addressOf(done: LogDoneState): Readonly<Record<string, string | number | undefined>> {
  switch (done.what) {
    case 'added':
      return { added: done.count, entry: done.entryId ?? undefined };
    case 'copied':
      return { copied: done.count, left: done.left, entry: done.entryId ?? undefined };
    case 'changed':
    case 'removed':
    case 'undone':
      return {};
  }
}

/** Whom the form comes ticked with: those of an attempt, of a quick choice, of the card it was opened from, or the only one. */
export function tickedBy(log: WeekLog, { attempts, pick, placementId }: LogPageState): readonly string[] {
  if (attempts.add !== null) {
    return Object.entries(attempts.add.values).flatMap(([name, value]) =>
      name.startsWith('placementIds.') ? [value] : [],
    );
  }
  const { participants, groups } = log;
  const group = groups.find(({ entryId }) => entryId === pick);
  if (group !== undefined) return group.placementIds;
  const isTicked = (who: (typeof participants)[number]): boolean =>
    pick === 'all' ||
    (pick === 'mine' && who.mine) ||
    who.placementId === placementId ||
    participants.length === 1;
  return participants.filter(isTicked).map((who) => who.placementId);
}
