import { draftExistsWords } from '#lib/domain/report/draft-exists.ts';
import { notAssessedOf } from '#lib/domain/report/check-report.ts';
import type { GroupedReport, GroupedReports } from '#lib/domain/report/group-reports.ts';
import { type JudgedReport, judgeReport } from '#lib/domain/report/judge-report.ts';
import type { DatedCheck } from '#lib/domain/report/not-assessed.ts';
import { findingProblem } from '#lib/domain/report/report-problem.ts';
import { placed } from '#lib/domain/report/row-problem.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import type { PassedReport } from '#lib/server/report/insert-reports.ts';
import { type HeldDraft, keyOf, type PlacementMonth } from '#lib/server/report/placement-months.ts';
import type { RulesInForce } from '#lib/server/report/rules-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** Everything that rows sent by a provider's system are held against. */
export type Submission = {
  readonly grouped: GroupedReports;
  readonly months: ReadonlyMap<string, PlacementMonth>;
  readonly drafts: ReadonlyMap<string, HeldDraft>;
  readonly rules: RulesInForce;
  /** Null: what is sent waits as drafts to be attested. */
  readonly attestorPersonId: string | null;
};

export type PassedSubmission = PassedReport & { readonly judged: JudgedReport; readonly reference: string };

export type SortedSubmission = {
  readonly passed: readonly PassedSubmission[];
  /** The same as what is there already. */
  readonly unchanged: readonly {
    readonly report: GroupedReport;
    readonly current: NonNullable<PlacementMonth['current']>;
    readonly notAssessed: readonly DatedCheck[];
  }[];
  readonly errors: readonly FieldProblem[];
};

/** Tells the reports that go in from those that are there already and those that cannot, each with what is wrong. */
export function sortSubmission(
  submission: Submission,
  today: PlainDate,
  locale: ProblemLocale = 'sv',
): SortedSubmission {
  const { grouped, months, drafts, rules, attestorPersonId } = submission;
  const passed: PassedSubmission[] = [];
  const unchanged: SortedSubmission['unchanged'][number][] = [];
  const errors: FieldProblem[] = [...grouped.faults];
  for (const report of grouped.reports) {
    const placementMonth = months.get(keyOf(report));
    if (placementMonth === undefined) continue;
    const { facts, current, level, agreementVersionId } = placementMonth;
    const hash = contentHash(report, report.content);
    if (current !== null && current.status !== 'returned' && current.contentHash === hash) {
      unchanged.push({ report, current, notAssessed: notAssessedOf({ content: report.content, facts }) });
      continue;
    }
    const terms = rules.termsOf(report.month);
    const judged = judgeReport(
      { content: report.content, facts, terms, today },
      { agreement: rules.agreementOf(agreementVersionId), level },
    );
    const draft = drafts.get(keyOf(report));
    const problems = judged.blocks.map((finding) => findingProblem(finding, report, locale));
    if (
      attestorPersonId === null &&
      draft?.source === 'form' &&
      (draft.hasUnread || contentHash(report, draft.content) !== hash)
    ) {
      problems.push(draftExists(report, locale));
    }
    if (problems.length > 0) errors.push(...problems);
    else
      passed.push({
        placementMonth,
        content: report.content,
        judged,
        submittedOn: today,
        reference: report.reference,
      });
  }
  return { passed, unchanged, errors };
}

function draftExists(report: GroupedReport, locale: ProblemLocale): FieldProblem {
  const place = placed(report.firstSource, 'month');
  return { ...place, code: 'DRAFT_EXISTS', ...draftExistsWords(report.month, locale) };
}
