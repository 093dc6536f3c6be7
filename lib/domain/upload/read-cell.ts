import { shown } from '#lib/domain/report/raw-row.ts';
import type { CellFaultCode } from '#lib/domain/upload/cell-fault.ts';
import type { UploadColumn } from '#lib/domain/upload/find-columns.ts';
import { isDateCell, type SheetCell, trimmed } from '#lib/domain/upload/sheet-cell.ts';

/** A cell as a field of a report: the text that the one parser of reports reads, or why there is none. */
export type ReadCell =
  | { readonly kind: 'field'; readonly text: string; readonly wasDate: boolean }
  | { readonly kind: 'fault'; readonly code: CellFaultCode; readonly value: string };

/** Errors of formulas as Excel and LibreOffice save them, in English and in Swedish. */
const ERROR =
  /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|REFERENS!|SAKNAS!|VÄRDEFEL!|NAMN\?|DIVISION\/0!|OGILTIGT!|SKÄRNING!)$/i;

const SHORT_MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const ENGLISH: Readonly<Record<string, string>> = { may: 'maj', oct: 'okt' };

/**
 * A month that a spreadsheet has made a date of, as YYYY-MM: the first of a month (`2026-05-01`), or what a Swedish or
 * English Excel writes into a CSV file for it (`maj-26`, `May-26`). Null for every other text; no day is guessed away.
 */
export function monthFromDate(text: string): string | null {
  const first = /^(\d{4}-\d{2})-01(?:T00:00(?::00)?)?$/.exec(text)?.[1];
  if (first !== undefined) return first;
  const [, name, year] = /^([a-z]{3})-(\d{2})$/i.exec(text) ?? [];
  if (name === undefined || year === undefined) return null;
  const short = name.toLowerCase();
  const number = SHORT_MONTHS.indexOf(ENGLISH[short] ?? short) + 1;
  return number === 0 ? null : `20${year}-${String(number).padStart(2, '0')}`;
}

/** Numbers with a decimal part of nothing (`60,0`) or spaces between thousands (`1 260`) are the same whole number. */
function wholeText(text: string): string {
  const plain = /^\d{1,3}(?:[ \u00A0\u202F]\d{3})+$/.test(text) ? text.replaceAll(/\D/g, '') : text;
  return /^\d+[.,]0{1,2}$/.test(plain) ? plain.replace(/[.,]0+$/, '') : plain;
}

const NUMBERS: ReadonlySet<UploadColumn> = new Set<UploadColumn>(['minutes', 'job_suggestions']);

/**
 * Reads a cell under a column. What means the same is brought to one form; what could mean something else is left for
 * the rules of reports to refuse with its own words.
 */
export function readCell(column: UploadColumn, cell: SheetCell | undefined): ReadCell {
  if (cell === null || cell === undefined) return field('');
  if (isDateCell(cell)) {
    const month = column === 'month' ? monthFromDate(cell.date) : null;
    return month === null ? { kind: 'fault', code: 'cellDate', value: cell.date } : field(month, true);
  }
  if (typeof cell !== 'string') return field(String(cell).replace('.', ','));
  const text = trimmed(cell);
  if (ERROR.test(text)) return { kind: 'fault', code: 'cellError', value: shown(text) };
  if (NUMBERS.has(column)) return field(wholeText(text));
  const month = column === 'month' ? monthFromDate(text) : null;
  return month === null ? field(text) : field(month, true);
}

function field(text: string, wasDate = false): ReadCell {
  return { kind: 'field', text, wasDate };
}
