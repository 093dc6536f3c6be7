import { parseReports } from '#lib/domain/report/parse-reports.ts';

/** Two references lead to one placement, as where a second period has begun. */
export const PLACEMENTS = new Map([
  ['100000001', 'a'],
  ['100000002', 'a'],
  ['100000003', 'b'],
]);
export const placementOf = (reference: string): string | null => PLACEMENTS.get(reference) ?? null;
export const OPTIONS = { minuteStep: 15 };

export type Row = Readonly<Record<string, unknown>>;
export const good: Row = {
  implementation_reference: '100000001',
  month: '2026-03',
  activity: 'individualMeeting',
  form: 'onSite',
  minutes: '60',
  language_support: '',
  job_suggestions: '0',
  reason: '',
};

export function parse(...rows: readonly unknown[]) {
  return parseReports(rows, placementOf, OPTIONS);
}
