import type { ReportColumn } from '#lib/domain/report/raw-row.ts';
import { type RowFaultCode, type RowFaultFacts, rowFaultWords } from '#lib/domain/report/row-fault.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** How rows are read: the same for every way in, but for what only a file or the authority's own load has. */
export type ReadOptions = {
  /** Minutes come in steps of this many (terms). */
  readonly minuteStep: number;
  /** The authority's load of history: rows may say when their report came in, up to and including this day. */
  readonly loadedOn?: PlainDate;
  readonly locale?: ProblemLocale;
};

/** Where a row came from: its index in what was sent and, from a file, its number there (the header is row 1). */
export type RowSource = { readonly index: number; readonly fileRow: number | null };

/** The place as pointer, file row and column; without a column it is the whole row. */
export function placed(
  { index, fileRow }: RowSource,
  column: ReportColumn | null,
): Pick<FieldProblem, 'pointer' | 'row' | 'column'> {
  return {
    pointer: pointerOf(column === null ? ['rows', index] : ['rows', index, column]),
    ...(fileRow === null ? {} : { row: fileRow }),
    ...(column === null ? {} : { column }),
  };
}

export function rowProblem<Code extends RowFaultCode>(
  source: RowSource,
  column: ReportColumn | null,
  code: Code,
  facts: RowFaultFacts[Code],
  { locale }: Pick<ReadOptions, 'locale'>,
): FieldProblem {
  return { ...placed(source, column), code, ...rowFaultWords(code, facts, locale) };
}
