import type { ReportColumn } from '#lib/domain/report/raw-row.ts';
import type { ReadRow } from '#lib/domain/report/read-row.ts';
import type { RowFaultCode, RowFaultFacts } from '#lib/domain/report/row-fault.ts';
import { type ReadOptions, rowProblem, type RowSource } from '#lib/domain/report/row-problem.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A problem with the index of its row. */
export type RowProblem = { readonly index: number; readonly problem: FieldProblem };

function nameOf({ entry }: ReadRow): string {
  return entry?.kind === 'activity' ? `${entry.activity} ${entry.form}` : 'none';
}

/**
 * What is wrong with the well-formed rows of one report taken together: the same activity and form twice, nothing and
 * something at once, or a field of the whole report that is not the same on each row.
 */
export function faultsTogether(rows: readonly ReadRow[], options: ReadOptions): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  const wellFormed = rows.filter(({ faults }) => faults.length === 0);
  const [first] = wellFormed;
  if (first === undefined) return problems;

  function fault<Code extends RowFaultCode>(
    source: RowSource,
    column: ReportColumn,
    code: Code,
    facts: RowFaultFacts[Code],
  ): void {
    problems.push({ index: source.index, problem: rowProblem(source, column, code, facts, options) });
  }

  const seen = new Set<string>();
  const active = wellFormed.some(({ entry }) => entry?.kind === 'activity');
  for (const row of wellFormed) {
    const { source, entry } = row;
    const name = nameOf(row);
    const activity = entry?.kind === 'activity' ? entry.activity : 'none';
    if (seen.has(name)) fault(source, 'activity', 'duplicateRow', { activity });
    seen.add(name);
    if (activity === 'none' && active) fault(source, 'activity', 'noneWithOthers', {});
    const wholeReport = [
      ['language_support', row.languageSupport, first.languageSupport],
      ['job_suggestions', row.jobSuggestions, first.jobSuggestions],
      ['submitted_on', row.submittedOn, first.submittedOn],
    ] as const;
    for (const [column, value, onFirst] of wholeReport) {
      if (value === onFirst) continue;
      const facts = { column, value: String(value ?? ''), first: String(onFirst ?? '') };
      fault(source, column, 'differsWithinReport', facts);
    }
  }
  return problems;
}
