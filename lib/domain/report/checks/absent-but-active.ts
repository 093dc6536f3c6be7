import type { Check } from '#lib/domain/report/check.ts';

/**
 * No entries of the log lie on days that are reported as whole-day absence (review section 1). Where the provider keeps its
 * own log there are no dates to hold against each other, and nothing is said.
 */
export const absentButActive: Check = ({ facts: { absences } }) => {
  const days = new Map(
    absences.flatMap(({ date, isWhole, minutes }) => (isWhole && minutes > 0 ? [[date, minutes]] : [])),
  );
  const [first] = days.keys();
  if (first === undefined) return [];
  const minutes = [...days.values()].reduce((sum, one) => sum + one, 0);
  return [
    {
      code: 'ABSENT_BUT_ACTIVE',
      severity: 'hold',
      facts: { first, days: days.size, minutes },
      row: null,
      column: 'minutes',
    },
  ];
};
