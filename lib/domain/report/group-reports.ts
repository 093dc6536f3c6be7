import { faultsTogether, type RowProblem } from '#lib/domain/report/faults-together.ts';
import type { ReadRow } from '#lib/domain/report/read-row.ts';
import { type ReportContent, rowOrder } from '#lib/domain/report/report-content.ts';
import { type ReadOptions, rowProblem, type RowSource } from '#lib/domain/report/row-problem.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A report put together from its rows, well-formed. */
export type GroupedReport = {
  readonly placementId: string;
  readonly month: Month;
  /** As the first row gives it: a placement may have two. */
  readonly reference: string;
  readonly content: ReportContent;
  /** When it came in, where the load says so. */
  readonly submittedOn: PlainDate | null;
  /** Where each row of the content, in its order, came from; and the first row of all. */
  readonly sources: readonly RowSource[];
  readonly firstSource: RowSource;
};

export type GroupedReports = {
  readonly reports: readonly GroupedReport[];
  /** Everything that is wrong, in the order of the rows. Reports that have a share in it are not among `reports`. */
  readonly faults: readonly FieldProblem[];
};

/** The placement that a reference leads to, or null. */
export type PlacementOf = (reference: string) => string | null;

type Group = { readonly placementId: string | null; readonly month: Month | null; readonly rows: ReadRow[] };

function groupsOf(rows: readonly ReadRow[], placementOf: PlacementOf): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const { reference, month } = row;
    const placementId = reference === null ? null : placementOf(reference);
    const key = `${placementId ?? reference ?? `row ${row.source.index}`} ${month ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { placementId, month, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

function problemsOf({ placementId, rows }: Group, options: ReadOptions): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  for (const { source, reference, faults } of rows) {
    const { index } = source;
    problems.push(...faults.map((problem) => ({ index, problem })));
    if (reference === null || placementId !== null) continue;
    const facts = { value: reference };
    const problem = rowProblem(source, 'implementation_reference', 'referenceUnknown', facts, options);
    problems.push({ index, problem });
  }
  return [...problems, ...faultsTogether(rows, options)];
}

function reportOf(placementId: string, month: Month, rows: readonly ReadRow[]): GroupedReport[] {
  const [first] = rows;
  if (first === undefined || first.reference === null) return [];
  const none = rows.map(({ entry }) => entry).find((entry) => entry?.kind === 'none');
  const activities = rows
    .flatMap(({ entry, source }) => (entry?.kind === 'activity' ? [{ ...entry, source }] : []))
    .toSorted((a, b) => rowOrder(a) - rowOrder(b));
  const { reference, submittedOn, languageSupport, jobSuggestions, source } = first;
  const content = {
    rows: activities.map(({ activity, form, minutes }) => ({ activity, form, minutes })),
    languageSupport,
    jobSuggestions,
    noActivityReason: none?.reason ?? null,
  };
  const sources = activities.map((row) => row.source);
  return [{ placementId, month, reference, content, submittedOn, sources, firstSource: source }];
}

/**
 * Puts rows together into reports: those of one placement (by either of its references) and month. A report with a
 * wrong row is left out whole, with all its faults named; so is every report of a placement in what was sent when the
 * month of one of its rows cannot be read, as nobody knows which of them it belongs to.
 */
export function groupReports(
  rows: readonly ReadRow[],
  placementOf: PlacementOf,
  options: ReadOptions,
): GroupedReports {
  const reports: GroupedReport[] = [];
  const problems: RowProblem[] = [];
  const groups = groupsOf(rows, placementOf);
  const unsure = new Set(groups.filter(({ month }) => month === null).map(({ placementId }) => placementId));
  for (const group of groups) {
    const own = problemsOf(group, options);
    problems.push(...own);
    const { placementId, month } = group;
    if (own.length > 0 || placementId === null || month === null || unsure.has(placementId)) continue;
    reports.push(...reportOf(placementId, month, group.rows));
  }
  const faults = problems.toSorted((a, b) => a.index - b.index).map(({ problem }) => problem);
  return { reports, faults };
}
