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

/** A report that is there as it would be typed again. */
export function typedOf({ main, activities, progress, next }: FinalReport): TypedFinalReport {
  const answers = activities.map(({ activity, done, worked, notWorked }) => [
    activity,
    { done, worked, notWorked },
  ]);
  return {
    ...NOTHING,
    occupation: main.occupation,
    ...mainFields(main),
    activities: Object.fromEntries(answers),
    progress,
    next,
  };
}

const NOTHING = { jobs: [], level: '', programme: '', weeks: '', seeking: '', other: '' };

function mainFields(main: FinalReport['main']): Partial<TypedFinalReport> {
  switch (main.occupation) {
    case 'work':
      return { jobs: main.jobs.map((job) => ({ ...job, extent: String(job.extent) })) };
    case 'studies':
      return { level: main.level, programme: main.programme, weeks: String(main.weeks) };
    case 'switched':
      return {};
    case 'seeking':
    case 'other':
      return { [main.occupation]: main.text };
  }
}

/** The form's fields for a report that is there, to correct it: names are paths. */
export function valuesOf(report: FinalReport): Readonly<Record<string, string>> {
  return Object.fromEntries(leavesOf(typedOf(report), ''));
}

function leavesOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return value === '' ? [] : [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  );
}
