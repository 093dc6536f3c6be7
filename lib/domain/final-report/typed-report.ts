import type { ActivityAnswers, FinalReport } from '#lib/domain/final-report/final-report.ts';

/** A job as it was typed. */
export type TypedJob = Readonly<Record<'field' | 'group' | 'form' | 'extent', string>>;

/** A final report as it was typed; activities by their codes. */
export type TypedFinalReport = {
  readonly occupation: string;
  readonly jobs: readonly TypedJob[];
  readonly level: string;
  readonly programme: string;
  readonly weeks: string;
  readonly seeking: string;
  readonly other: string;
  readonly activities: Readonly<Record<string, ActivityAnswers>>;
  readonly progress: string;
  readonly next: string;
};

/** The form's fields for a report that is there, to correct it. */
export function valuesOf({
  main,
  activities,
  progress,
  next,
}: FinalReport): Readonly<Record<string, string>> {
  const answers = activities.flatMap(({ activity, done, worked, notWorked }) =>
    Object.entries({ done, worked, notWorked }).map(([question, text]) => [
      `activities.${activity}.${question}`,
      text,
    ]),
  );
  return { ...mainValues(main), ...Object.fromEntries(answers), progress, next };
}

function mainValues(main: FinalReport['main']): Readonly<Record<string, string>> {
  const { occupation } = main;
  switch (main.occupation) {
    case 'work':
      return Object.fromEntries([
        ['occupation', occupation],
        ...main.jobs.flatMap((job, at) =>
          Object.entries(job).map(([name, value]) => [`jobs.${at}.${name}`, String(value)]),
        ),
      ]);
    case 'studies':
      return { occupation, level: main.level, programme: main.programme, weeks: String(main.weeks) };
    case 'switched':
      return { occupation };
    case 'seeking':
    case 'other':
      return { occupation, [main.occupation]: main.text };
  }
}
