import { type Answer, answersOf } from '#lib/domain/final-report/answers.ts';
import type { FinalReport, FinalReportFacts } from '#lib/domain/final-report/final-report.ts';
import { type Print, printOf } from '#lib/domain/final-report/prints.ts';
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

/** The prints by which near copies of a report's answers are found among those of the same provider. */
export function printsOf(answers: readonly Answer[], providerId: string): readonly Print[] {
  return answers.flatMap(({ pointer, text }) => printOf(pointer, text, providerId) ?? []);
}
