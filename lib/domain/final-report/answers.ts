import { activityName } from '#lib/domain/activity/activity.ts';
import {
  ACTIVITY_QUESTIONS,
  type DoneActivity,
  type FinalReportFacts,
} from '#lib/domain/final-report/final-report.ts';
import { ASKED, type Question } from '#lib/domain/final-report/questions.ts';
import type { AnswerFacts } from '#lib/domain/final-report/thin-answer.ts';
import type { TypedFinalReport } from '#lib/domain/final-report/typed-report.ts';

/** One answer in words: its pointer is its place in the report. */
export type Answer = {
  readonly pointer: string;
  readonly question: Question;
  readonly where: string;
  readonly text: string;
  readonly planned: readonly string[];
};

/** Words for where an answer stands: ”Kartläggning, ”Vad gjorde ni?””. */
export function whereOf(question: Question, activity?: Pick<DoneActivity, 'activity'>): string {
  const asked = `”${ASKED[question].question.sv}”`;
  return activity === undefined ? asked : `${activityName(activity.activity)}, ${asked}`;
}

/** Whether a next step has to be proposed: not for who has work or studies (service description section 5). */
function needsNext(occupation: string): boolean {
  return occupation !== 'work' && occupation !== 'studies';
}

/** The answers of a report that are asked for, in the order of the form. */
export function answersOf(typed: TypedFinalReport, { activities }: FinalReportFacts): readonly Answer[] {
  const ofActivities = activities.flatMap((activity) =>
    ACTIVITY_QUESTIONS.map((question) => ({
      pointer: `/activities/${activity.activity}/${question}`,
      question,
      where: whereOf(question, activity),
      text: typed.activities[activity.activity]?.[question] ?? '',
      planned: [activity.purpose ?? '', activity.goal ?? ''],
    })),
  );
  const last = (question: 'progress' | 'next') => ({
    pointer: `/${question}`,
    question,
    where: whereOf(question),
    text: typed[question],
    planned: [],
  });
  const asksNext = needsNext(typed.occupation) || typed.next.trim() !== '';
  return [...ofActivities, last('progress'), ...(asksNext ? [last('next')] : [])];
}

/** What the rules know about the answer at a place: those before it, which it must not repeat, and its plan. */
export function answerFacts(answers: readonly Answer[], at: number): AnswerFacts {
  const answer = answers[at];
  if (answer === undefined) throw new RangeError(`No answer at ${at}`);
  const elsewhere = answers.slice(0, at).map(({ where, text }) => ({ where, text }));
  return { question: answer.question, elsewhere, planned: answer.planned };
}
