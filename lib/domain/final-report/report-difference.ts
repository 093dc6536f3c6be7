import { answersIn } from '#lib/domain/final-report/report-answers.ts';
import type { FinalReport, FinalReportFacts } from '#lib/domain/final-report/final-report.ts';

/** An answer that one version gives otherwise than the one before; empty where it was not there. */
export type ChangedAnswer = {
  readonly place: string;
  readonly where: string;
  readonly before: string;
  readonly now: string;
};

/** The answers in words that differ between a version and the one before, in the order of the form. */
export function changedAnswers(
  before: FinalReport,
  now: FinalReport,
  facts: FinalReportFacts,
): readonly ChangedAnswer[] {
  const old = new Map(answersIn(before, facts).map(({ pointer, text }) => [pointer, text]));
  const current = answersIn(now, facts);
  const changed = current.map(({ pointer, where, text }) => ({
    place: pointer,
    where,
    before: old.get(pointer) ?? '',
    now: text,
  }));
  return changed.filter((answer) => answer.before !== answer.now);
}
