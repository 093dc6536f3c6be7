import { ABSENCE_REASONS, type AbsenceReason } from '#lib/domain/compensation/types.ts';
import type { Text } from '#lib/shared/problem.ts';

const NAMES: Readonly<Record<AbsenceReason, Text>> = {
  sick: { sv: 'sjuk', en: 'sick' },
  careOfChild: { sv: 'vård av barn', en: 'care of child' },
  work: { sv: 'arbete', en: 'work' },
  education: { sv: 'utbildning', en: 'education' },
  otherKnown: { sv: 'annan känd orsak', en: 'other known reason' },
  unknown: { sv: 'okänd orsak', en: 'unknown reason' },
};

/** Why a participant took part in nothing. Source: service description section 5. */
export function absenceReasonName(reason: AbsenceReason, locale: keyof Text = 'sv'): string {
  return NAMES[reason][locale];
}

export function isAbsenceReason(value: unknown): value is AbsenceReason {
  return ABSENCE_REASONS.some((reason) => reason === value);
}
