import { useTranslations } from 'next-intl';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** The codes of problems and faults that participants' own forms can have. */
const CODES = [
  'invalidInput',
  'conflict',
  'notFound',
  'forbidden',
  'answerSettled',
  'causeMissing',
  'wordsMissing',
  'categoryMissing',
  'complaintTooShort',
  'placementMissing',
  'daysMissing',
  'recipientMissing',
  'tooManyShares',
  'placementOver',
  'shareClosed',
  'tooManyComplaints',
  'too_big',
  'too_small',
  'invalid_value',
  'protectedShare',
  'placementEnded',
  'manyUnread',
  'notPlanned',
  'textMissing',
  'year',
  'invalid_type',
  'listFull',
] as const;

/**
 * A form that could not be carried out, with its faults in the reader's language: problems are stored in Swedish, and have codes that are
 * the same in every language. A code without words keeps its own sentence.
 */
export function useOwnProblems(attempt: KeptForm | null): KeptForm | null {
  const t = useTranslations('own-problem');
  if (attempt === null) return null;
  const { problem } = attempt;
  const words = (code: string, own: string): string => {
    const known = CODES.find((one) => one === code);
    return known === undefined ? own : t(known);
  };
  return {
    ...attempt,
    problem: {
      ...problem,
      title: words(problem.code, problem.title),
      errors: problem.errors.map(({ fix: _fix, ...fault }) => ({
        ...fault,
        message: words(fault.code, fault.message),
      })),
    },
  };
}
