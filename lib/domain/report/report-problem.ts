import type { Finding } from '#lib/domain/report/check.ts';
import { findingWords } from '#lib/domain/report/check-words.ts';
import type { GroupedReport } from '#lib/domain/report/group-reports.ts';
import { placed } from '#lib/domain/report/row-problem.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** What a check found, as a problem in what was sent: at its row, or at the report's first. */
export function findingProblem(
  finding: Finding,
  { sources, firstSource }: Pick<GroupedReport, 'sources' | 'firstSource'>,
  locale: ProblemLocale = 'sv',
): FieldProblem {
  const source = finding.row === null ? firstSource : (sources[finding.row] ?? firstSource);
  return { ...placed(source, finding.column), code: finding.code, ...findingWords(finding, locale) };
}
