import { type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import type { GridRow, LiveRow } from '#lib/domain/month-grid/month-grid.ts';
import { readTyped, sameTyped } from '#lib/domain/month-grid/typed-month.ts';
import { validateReport } from '#lib/domain/report/check-report.ts';
import { standingOf } from '#lib/domain/report/month-standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Judging = { readonly terms: Terms; readonly today: PlainDate; readonly locale: ProblemLocale };

/**
 * A row as it stands while somebody types: read and checked by the very functions that the server uses when it is kept.
 * What it pays does not depend on what is typed, only on whether anything is; a row that is sent stays as it was sent.
 */
export function judgeRow(gridRow: GridRow, typed: TypedMonth, { terms, today, locale }: Judging): LiveRow {
  const { row, facts, isOpen } = gridRow;
  if (!isOpen) {
    const { state, sendable, remarks, notAssessed, minutes, onSitePermille, amountOre, content } = row;
    return {
      state,
      sendable,
      remarks,
      notAssessed,
      minutes,
      onSitePermille,
      amountOre,
      content,
      problems: {},
    };
  }
  const read = readTyped(typed, { minuteStep: terms.minuteStep, locale });
  const verdict = validateReport({ content: read.content, facts, terms, today });
  const hasDraft = row.draftVersion > 0 || !sameTyped(typed, gridRow.typed);
  const standing = standingOf(
    { read, currentStatus: facts.currentStatus, verdict, hasDraft, possibleOre: row.possibleOre },
    locale,
  );
  return { ...standing, content: read.content, problems: read.problems };
}
