import { daysToldBy, type MonthMinutes, type PlacementFacts } from '#lib/domain/quality/placement-facts.ts';
import { type MinutesSource, NEAR_DAYS_OF_MONTH, type Standing } from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { firstDay, type Month, monthOf, nextMonth, previousMonth } from '#lib/shared/month.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

type Told = MonthMinutes & { readonly source: MinutesSource };

/** The month's support: what was certified, else what is logged; null where there is none to share. */
function supportOf({ reports, logged }: PlacementFacts, month: Month): Told | null {
  const ofMonth = (each: MonthMinutes) => each.month === month && each.support > 0;
  const report = reports.find(ofMonth);
  if (report !== undefined) return { ...report, source: 'report' };
  const log = logged.find(ofMonth);
  return log === undefined ? null : { ...log, source: 'log' };
}

/**
 * At least the terms' share of the support is given on site (service description section 6): in the last calendar month,
 * compared exactly, and in the one that goes on, which can be mended until its last service day.
 */
export function onSiteShare(
  facts: PlacementFacts,
  { onSitePermille: least }: Pick<Terms, 'onSitePermille'>,
  today: PlainDate,
): Standing<'onSite'> {
  const running = monthOf(today);
  const last = supportOf(facts, previousMonth(running));
  const now = supportOf(facts, running);
  const isBelow = (told: Told | null) => told !== null && told.onSite * 1000 < told.support * least;
  const of = ({ month, support, onSite, source }: Told) => ({
    month,
    permille: Math.floor((onSite * 1000) / support),
    least,
    source,
  });
  const common = { requirement: 'onSite', limit: least, since: null, until: null } as const;
  if (last !== null && isBelow(last)) {
    const first = firstDay(last.month);
    const since = facts.from > first ? facts.from : first;
    const share = of(last);
    return {
      ...common,
      state: 'broken',
      value: share.permille,
      since,
      because: { code: 'SHARE_BELOW', ...share },
    };
  }
  const monthEnd = firstDay(nextMonth(running));
  const until = addDays(facts.to < monthEnd ? facts.to : monthEnd, -1);
  const isNear = last === null || daysBetween(today, until) <= NEAR_DAYS_OF_MONTH;
  if (now !== null && isBelow(now) && isNear) {
    const share = of(now);
    return {
      ...common,
      state: 'near',
      value: share.permille,
      until,
      because: { code: 'SHARE_BELOW_NOW', ...share },
    };
  }
  const shown = last ?? now;
  if (shown !== null) {
    const share = of(shown);
    return { ...common, state: 'met', value: share.permille, because: { code: 'SHARE_ENOUGH', ...share } };
  }
  const code = daysToldBy(facts, today) === null ? 'NO_LOG' : 'NO_SUPPORT';
  return { ...common, state: 'unknown', value: null, because: { code } };
}
