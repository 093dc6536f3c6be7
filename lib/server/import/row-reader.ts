import { isInSweden } from '#lib/domain/geography/sweden.ts';
import type { CsvRow } from '#lib/server/import/csv-file.ts';
import { type PlainDate, parsePlainDate, plainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Stands in for a date that could not be read; a row with faults is never used. */
const NO_DATE = plainDate('1900-01-01');

/**
 * Reads the cells of one row and gathers all that is wrong with them. What cannot be read comes back as something of
 * the right type, so that the rest of the row is looked at, too; whoever reads asks for `faults` before using any of it.
 */
export class RowReader {
  readonly faults: FieldProblem[] = [];
  readonly #row: CsvRow;

  constructor(row: CsvRow) {
    this.#row = row;
    if (row.tooLong) {
      this.#note(
        '',
        'rowTooLong',
        'Raden har fler fält än filen har kolumner.',
        'Sätt citattecken om fält som innehåller avgränsaren.',
      );
    }
  }

  /** Whether nothing is wrong with these columns so far. */
  readable(...columns: readonly string[]): boolean {
    return !this.faults.some((fault) => columns.includes(fault.column ?? ''));
  }

  refuse(column: string, code: string, message: string, fix: string): void {
    this.#note(column, code, message, fix);
  }

  text(column: string, most: number): string {
    const text = this.optionalText(column, most);
    if (text === '') this.#note(column, 'required', `${column} saknas.`, 'Fyll i fältet.');
    return text;
  }

  /** Empty where there is none. */
  optionalText(column: string, most: number): string {
    const text = this.#row.get(column);
    if (text.length > most) {
      this.#note(column, 'tooLong', `${column} har ${text.length} tecken.`, `Skriv högst ${most} tecken.`);
    }
    // oxlint-disable-next-line no-control-regex -- those are what is looked for
    if (/[\u0000-\u001F\u007F]/.test(text)) {
      this.#note(
        column,
        'controlCharacter',
        `${column} innehåller radbrytning eller andra styrtecken.`,
        'Skriv på en rad.',
      );
    }
    return text;
  }

  digits(column: string, count: number): string {
    const text = this.#row.get(column);
    if (text.length !== count || !/^\d+$/.test(text)) {
      this.#note(
        column,
        'notDigits',
        `${column} ”${text}” är inte ${count} siffror.`,
        `Ange ${count} siffror utan bindestreck och mellanslag.`,
      );
    }
    return text;
  }

  oneOf<const T extends string>(column: string, values: readonly [T, ...T[]]): T {
    const text = this.#row.get(column);
    const found = values.find((value) => value === text);
    if (found === undefined) this.#refuseValue(column, text, values);
    return found ?? values[0];
  }

  /** Null where the cell is empty. */
  optionalOneOf<const T extends string>(column: string, values: readonly [T, ...T[]]): T | null {
    return this.#row.get(column) === '' ? null : this.oneOf(column, values);
  }

  flag(column: string): boolean {
    return this.oneOf(column, ['0', '1']) === '1';
  }

  /** A whole number, not negative. */
  count(column: string, most: number): number {
    const text = this.#row.get(column);
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number <= most) return number;
    this.#note(
      column,
      'notCount',
      `${column} ”${text}” är inte ett helt tal från 0 till ${most}.`,
      'Ange ett helt tal utan mellanslag.',
    );
    return 0;
  }

  date(column: string): PlainDate {
    const text = this.#row.get(column);
    const date = parsePlainDate(text);
    if (date !== null) return date;
    const message = text === '' ? `${column} saknas.` : `${column} ”${text}” är inget datum i kalendern.`;
    this.#note(column, text === '' ? 'required' : 'notDate', message, 'Skriv datum som ÅÅÅÅ-MM-DD.');
    return NO_DATE;
  }

  /** Null where the cell is empty. */
  optionalDate(column: string): PlainDate | null {
    return this.#row.get(column) === '' ? null : this.date(column);
  }

  /** A language tag of BCP 47: language, script, region (`sv`, `zh-Hans`, `pt-BR`). */
  language(column: string, text = this.#row.get(column)): string {
    if (/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(text)) return text;
    this.#note(
      column,
      'notLanguage',
      `${column} ”${text}” är ingen språkkod.`,
      'Ange en kod enligt BCP 47, till exempel sv, ar eller pt-BR.',
    );
    return text;
  }

  /** Null where both cells are empty. */
  optionalPlace(): { readonly lat: number; readonly lon: number } | null {
    return this.#row.get('lat') === '' && this.#row.get('lon') === '' ? null : this.place();
  }

  place(): { readonly lat: number; readonly lon: number } {
    const place = { lat: this.#degrees('lat'), lon: this.#degrees('lon') };
    if (this.readable('lat', 'lon') && !isInSweden(place)) {
      this.#note(
        'lat',
        'outsideSweden',
        `Koordinaterna ${place.lat}, ${place.lon} ligger utanför Sverige.`,
        'Ange lat (55–69) och lon (10–24) i decimalgrader, WGS 84.',
      );
    }
    return place;
  }

  #degrees(column: string): number {
    const text = this.#row.get(column);
    if (/^-?\d{1,3}([.,]\d{1,12})?$/.test(text)) return Number(text.replace(',', '.'));
    this.#note(
      column,
      'notDegrees',
      `${column} ”${text}” är inte decimalgrader.`,
      'Ange till exempel 56.16596.',
    );
    return 0;
  }

  #refuseValue(column: string, text: string, values: readonly string[]): void {
    const message = text === '' ? `${column} saknas.` : `${column} ”${text}” finns inte.`;
    this.#note(column, text === '' ? 'required' : 'notOneOf', message, `Ange ${listed(values)}.`);
  }

  #note(column: string, code: string, message: string, fix: string): void {
    const place = column === '' ? { pointer: '' } : { pointer: `/${column}`, column };
    this.faults.push({ ...place, row: this.#row.row, code, message, fix });
  }
}

/** "A, B eller C". */
function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} eller ${values.at(-1)}`;
}
