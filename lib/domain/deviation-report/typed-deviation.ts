import type { FollowUp } from '#lib/domain/deviation-report/deviation.ts';

/** A form's day that is written beside the days that can be chosen. */
export const OTHER_DAY = 'other';

/** The form's fields as they were typed. `from` is a day, or says that `otherDay` holds it. */
export type TypedDeviation = Readonly<
  Record<'cause' | 'from' | 'otherDay' | 'through' | 'expected' | 'absent' | 'keepLogged' | FollowUp, string>
>;

/** The first day as it was typed, and the field that holds it. */
export function typedFirstDay({ from, otherDay }: Pick<TypedDeviation, 'from' | 'otherDay'>): {
  readonly text: string;
  readonly field: 'from' | 'otherDay';
} {
  return from === OTHER_DAY ? { text: otherDay, field: 'otherDay' } : { text: from, field: 'from' };
}
