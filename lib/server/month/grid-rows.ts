import type { GridRow } from '#lib/domain/month-grid/month-grid.ts';
import { toTyped } from '#lib/domain/month-grid/typed-month.ts';
import { expectedPayDay } from '#lib/domain/payment/expected-pay-day.ts';
import { opensOn } from '#lib/domain/report/checks/month-open.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { LoadedMonth } from '#lib/server/month/load-months.ts';
import { markOf } from '#lib/server/month/typed-mark.ts';
import { loadOtherActorMonths } from '#lib/server/report/other-actor-months.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { type Month, monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Months as rows of the grid, with all that the live checks ask for: what will be typed is not known yet. */
export async function gridRowsOf(
  tx: Tx,
  months: readonly LoadedMonth[],
  today: PlainDate,
): Promise<readonly GridRow[]> {
  const open = months.filter(isOpen).map(({ row }) => row.placementId);
  const otherActor = await loadOtherActorMonths(tx, open);
  const { termsOf } = await loadRules(tx);
  return months.map((loaded) => {
    const { row, placementMonth, unread, fromLog } = loaded;
    const { facts } = placementMonth;
    const { month } = facts;
    const otherActorMonths = otherActor.get(row.placementId)?.filter((other) => other !== month);
    const typed = toTyped(row.content, unread);
    return {
      row,
      facts: { ...facts, otherActorMonths: otherActorMonths ?? facts.otherActorMonths },
      isOpen: isOpen(loaded),
      typed,
      seen: markOf(typed),
      log: toTyped(fromLog),
      payDay: payDayOf(row, facts, termsOf, today),
    };
  });
}

/** Whether a month can be filled in: not sent, or returned. */
export function isOpen({ row }: Pick<LoadedMonth, 'row'>): boolean {
  return row.report === null || row.report.status === 'returned';
}

/** A month that goes on is sent at the earliest on the day it opens. What is rejected, or gives nothing, is not paid. */
function payDayOf(
  row: MonthRow,
  facts: ReportFacts,
  termsOf: (month: Month) => Terms,
  today: PlainDate,
): PlainDate | null {
  if (row.possibleOre === 0) return null;
  const opens = opensOn(facts);
  const soonest = today < opens ? opens : today;
  const sentOn = row.report === null || row.report.status === 'returned' ? soonest : row.report.submittedOn;
  return expectedPayDay(facts.month, termsOf(monthOf(sentOn)), sentOn).earliest;
}
