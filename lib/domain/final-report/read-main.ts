import {
  EMPLOYMENT_FORMS,
  type Job,
  type MainOccupation,
  OCCUPATIONS,
  STUDY_LEVELS,
} from '#lib/domain/final-report/final-report.ts';
import { thinProblem } from '#lib/domain/final-report/thin-answer.ts';
import type { TypedFinalReport, TypedJob } from '#lib/domain/final-report/typed-report.ts';
import { isWorkField } from '#lib/domain/final-report/work-fields.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type Read<T> = Result<T, readonly FieldProblem[]>;

const fault = (pointer: string, code: string, message: string, fix?: string): FieldProblem => ({
  pointer,
  code,
  message,
  ...(fix === undefined ? {} : { fix }),
});

function oneOf<T extends string>(choices: readonly T[], text: string): T | undefined {
  return choices.find((choice) => choice === text);
}

/** A whole number from 1 to `most`, or null. */
function wholeNumber(text: string, most: number): number | null {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

const isTyped = (job: TypedJob): boolean => Object.values(job).some((text) => text.trim() !== '');

/**
 * What the participant does now, or every fault at its field (service description section 5). Only a placement that was
 * switched away from has switched; extents are 1–100 %, studies 1–400 weeks.
 */
export function readMain(typed: TypedFinalReport, hasSwitched: boolean): Read<MainOccupation> {
  const occupation = oneOf(OCCUPATIONS, typed.occupation);
  switch (occupation) {
    case undefined:
      return err([fault('/occupation', 'occupationMissing', 'Välj vad deltagaren gör nu.')]);
    case 'switched':
      return hasSwitched
        ? ok({ occupation })
        : err([
            fault(
              '/occupation',
              'notSwitched',
              'Deltagaren har inte bytt leverantör.',
              'Välj det som stämmer för deltagaren nu.',
            ),
          ]);
    case 'work':
      return readJobs(typed.jobs);
    case 'studies':
      return readStudies(typed);
    case 'seeking':
    case 'other': {
      const text = typed[occupation].trim();
      const thin = thinProblem({ pointer: `/${occupation}` }, text, {
        question: occupation,
        elsewhere: [],
        planned: [],
      });
      return thin === null ? ok({ occupation, text }) : err([thin]);
    }
  }
}

function readJobs(typed: readonly TypedJob[]): Read<MainOccupation> {
  const jobs = typed.map((job, at) => ({ job, at })).filter(({ job, at }) => at === 0 || isTyped(job));
  const faults = jobs.flatMap(({ job, at }) => jobFaults(job, `/jobs/${at}`));
  if (jobs.length === 0) return err([fault('/jobs/0/field', 'fieldMissing', 'Välj yrkesområde.')]);
  if (faults.length > 0) return err(faults);
  return ok({ occupation: 'work', jobs: jobs.map(({ job }) => jobOf(job)) });
}

function jobFaults({ field, group, form, extent }: TypedJob, at: string): readonly FieldProblem[] {
  return [
    ...(isWorkField(field) ? [] : [fault(`${at}/field`, 'fieldMissing', 'Välj yrkesområde.')]),
    ...(group.trim().length >= 3
      ? []
      : [fault(`${at}/group`, 'groupMissing', 'Skriv yrkesgruppen, till exempel lagerarbetare.')]),
    ...(oneOf(EMPLOYMENT_FORMS, form) === undefined
      ? [fault(`${at}/form`, 'formMissing', 'Välj anställningsform.')]
      : []),
    ...(wholeNumber(extent, 100) === null
      ? [fault(`${at}/extent`, 'extentUnknown', 'Omfattningen är ett helt tal från 1 till 100 procent.')]
      : []),
  ];
}

/** A job without faults. */
function jobOf({ field, group, form, extent }: TypedJob): Job {
  const known = oneOf(EMPLOYMENT_FORMS, form);
  const share = wholeNumber(extent, 100);
  if (known === undefined || share === null)
    throw new RangeError('A job is read before its faults are known');
  return { field, group: group.trim(), form: known, extent: share };
}

function readStudies({ level, programme, weeks }: TypedFinalReport): Read<MainOccupation> {
  const known = oneOf(STUDY_LEVELS, level);
  const length = wholeNumber(weeks, 400);
  if (known !== undefined && length !== null && programme.trim().length >= 2)
    return ok({ occupation: 'studies', level: known, programme: programme.trim(), weeks: length });
  return err([
    ...(known === undefined ? [fault('/level', 'levelMissing', 'Välj nivå på studierna.')] : []),
    ...(programme.trim().length < 2
      ? [fault('/programme', 'programmeMissing', 'Skriv vad deltagaren studerar.')]
      : []),
    ...(length === null
      ? [
          fault(
            '/weeks',
            'weeksUnknown',
            'Längden är ett helt antal veckor, högst 400.',
            'En termin är 20 veckor.',
          ),
        ]
      : []),
  ]);
}
