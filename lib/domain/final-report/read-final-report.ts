import { answerFacts, answersOf } from '#lib/domain/final-report/answers.ts';
import type { FinalReport, FinalReportFacts } from '#lib/domain/final-report/final-report.ts';
import { readMain } from '#lib/domain/final-report/read-main.ts';
import { thinProblem } from '#lib/domain/final-report/thin-answer.ts';
import type { TypedFinalReport } from '#lib/domain/final-report/typed-report.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/**
 * The final report that was typed, or every fault at its field: what the participant does now, and of each activity that
 * was done, of progress and of the next step an answer that somebody else can plan from (service description section 5).
 */
export function readFinalReport(
  typed: TypedFinalReport,
  facts: FinalReportFacts,
): Result<FinalReport, readonly FieldProblem[]> {
  const main = readMain(typed, facts.switched);
  const answers = answersOf(typed, facts);
  const thin = answers.flatMap((answer, at) => {
    const problem = thinProblem(answer, answer.text, answerFacts(answers, at));
    return problem === null ? [] : [problem];
  });
  if (!main.ok) return err([...main.error, ...thin]);
  if (thin.length > 0) return err(thin);
  const textOf = new Map(answers.map(({ pointer, text }) => [pointer, text.trim()]));
  return ok({
    main: main.value,
    activities: facts.activities.map(({ activity }) => ({
      activity,
      done: textOf.get(`/activities/${activity}/done`) ?? '',
      worked: textOf.get(`/activities/${activity}/worked`) ?? '',
      notWorked: textOf.get(`/activities/${activity}/notWorked`) ?? '',
    })),
    progress: textOf.get('/progress') ?? '',
    next: textOf.get('/next') ?? '',
  });
}
