import type { CheckCode, Finding, Severity } from '#lib/domain/report/check.ts';
import { findingWords } from '#lib/domain/report/check-words.ts';
import type { ReportColumn } from '#lib/domain/report/raw-row.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** What a check says about a month, in words; or that a cell cannot be read as it was typed. */
export type Remark = {
  readonly code: CheckCode | 'CELL_UNREAD';
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  /** Index of the content's row; null for the whole. */
  readonly row: number | null;
  readonly column: ReportColumn;
};

export function remarkOf(finding: Finding, locale: ProblemLocale): Remark {
  const { code, severity, row, column } = finding;
  return { code, severity, ...findingWords(finding, locale), row, column };
}
