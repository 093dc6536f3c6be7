import { type Answer, answersOf, whereOf } from '#lib/domain/final-report/answers.ts';
import {
  ACTIVITY_QUESTIONS,
  type FinalReport,
  type FinalReportFacts,
} from '#lib/domain/final-report/final-report.ts';
import type { DocumentText } from '#lib/domain/document/document-text.ts';
import { type TypedFinalReport, typedOf } from '#lib/domain/final-report/typed-report.ts';

/** Every answer in words of a report that is there: those of the form, and why or what where the occupation asks for it. */
export function answersIn(report: FinalReport, facts: FinalReportFacts): readonly Answer[] {
  const typed: TypedFinalReport = typedOf(report);
  const { main } = report;
  const spoken =
    main.occupation === 'seeking' || main.occupation === 'other'
      ? [
          {
            pointer: `/${main.occupation}`,
            question: main.occupation,
            where: 'Sysselsättning',
            text: main.text,
            planned: [],
          },
        ]
      : [];
  return [...spoken, ...answersOf(typed, facts)];
}

/** Every text of a report by its place, whatever took place: the same places as of its answers. */
export function finalReportTexts({ main, activities, progress, next }: FinalReport): readonly DocumentText[] {
  const spoken =
    main.occupation === 'seeking' || main.occupation === 'other'
      ? [{ place: `/${main.occupation}`, where: 'Sysselsättning', text: main.text }]
      : [];
  const ofActivities = activities.flatMap((answers) =>
    ACTIVITY_QUESTIONS.map((question) => ({
      place: `/activities/${answers.activity}/${question}`,
      where: whereOf(question, answers),
      text: answers[question],
    })),
  );
  const last = (
    [
      ['progress', progress],
      ['next', next],
    ] as const
  ).map(([question, text]) => ({
    place: `/${question}`,
    where: whereOf(question),
    text,
  }));
  return [...spoken, ...ofActivities, ...last];
}
