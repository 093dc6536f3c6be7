import type { AbsenceReason } from '#lib/domain/compensation/types.ts';
import type { Check } from '#lib/domain/report/check.ts';
import type { AbsentDay } from '#lib/domain/report/report-facts.ts';

/** A report says what was done, or that nothing was and why. Reported absence tells what the reason could be. */
export const reportEmpty: Check = ({ content, facts: { month, absences } }) => {
  if (content.rows.length > 0 || content.noActivityReason !== null) return [];
  const absent = mostlyAbsent(absences);
  return [
    {
      code: 'REPORT_EMPTY',
      severity: 'block',
      facts: absent === null ? { month } : { month, absent },
      row: null,
      column: 'activity',
    },
  ];
};

/** Whole days of absence, and the cause of most of them; of two alike the one that came first. Null where there are none. */
function mostlyAbsent(
  absences: readonly AbsentDay[],
): { readonly days: number; readonly reason: AbsenceReason } | null {
  const whole = absences.filter(({ isWhole }) => isWhole);
  const byReason = new Map<AbsenceReason, number>();
  for (const { reason } of whole) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  const [most] = [...byReason].toSorted(([, a], [, b]) => b - a);
  return most === undefined ? null : { days: new Set(whole.map(({ date }) => date)).size, reason: most[0] };
}
