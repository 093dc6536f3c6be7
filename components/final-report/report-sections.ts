import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_QUESTIONS, type FinalReportFacts } from '#lib/domain/final-report/final-report.ts';
import type { Question } from '#lib/domain/final-report/questions.ts';
import { thinBecause } from '#lib/domain/final-report/thin-answer.ts';

/** A part of the form with the answers in words that it asks for, and how many of them are enough as they stand. */
export type ReportSection = {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly { readonly name: string; readonly question: Question }[];
  readonly enough: number;
};

type Titles = {
  readonly main: string;
  readonly whole: string;
  readonly activity: (activity: ActivityCode) => string;
};

/** The parts of the form in their order. */
export function sectionsOf(
  { activities }: FinalReportFacts,
  titles: Titles,
  value: (name: string) => string,
): readonly ReportSection[] {
  const section = (id: string, title: string, answers: ReportSection['answers']): ReportSection => ({
    id: `section-${id}`,
    title,
    answers,
    enough: answers.filter(({ name, question }) => isEnough(value(name), question)).length,
  });
  return [
    section('main', titles.main, []),
    ...activities.map(({ activity }) =>
      section(
        activity,
        titles.activity(activity),
        ACTIVITY_QUESTIONS.map((question) => ({
          name: `content.activities.${activity}.${question}`,
          question,
        })),
      ),
    ),
    section('whole', titles.whole, [
      { name: 'content.progress', question: 'progress' },
      { name: 'content.next', question: 'next' },
    ]),
  ];
}

/** Whether an answer is enough by itself, whatever stands elsewhere. */
export function isEnough(text: string, question: Question): boolean {
  return thinBecause(text, { question, elsewhere: [], planned: [] }) === null;
}
