import { SHEET_NAMES, templateHeader } from '#lib/domain/upload/template-rows.ts';
import { xlsxOf } from '#lib/server/files/xlsx-writer.ts';
import { helpSheet } from '#lib/server/upload/help-sheet.ts';
import type { MonthTemplate } from '#lib/server/upload/month-template.ts';
import { csvText } from '#lib/shared/csv-text.ts';

const WIDTHS: Readonly<Record<string, number>> = {
  implementation_reference: 24,
  activity: 22,
  planerat: 60,
  planned: 60,
};
const NUMBERS: ReadonlySet<string> = new Set(['minutes', 'job_suggestions']);

/** The template as a workbook: the reports, and a sheet that says how to fill in. Text is text, whatever it looks like. */
export async function templateXlsx({ rows, locale }: MonthTemplate): Promise<Uint8Array<ArrayBuffer>> {
  const columns = templateHeader(locale).map((head) => ({
    head,
    kind: NUMBERS.has(head) ? ('number' as const) : ('text' as const),
    width: WIDTHS[head] ?? 18,
  }));
  return await xlsxOf([{ name: SHEET_NAMES.reports[locale], columns, rows }, helpSheet(locale)]);
}

export function templateCsv({ rows, locale }: MonthTemplate): string {
  return csvText([templateHeader(locale), ...rows]);
}
