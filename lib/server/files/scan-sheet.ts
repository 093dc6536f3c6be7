import { READ_LIMITS } from '#lib/server/files/read-limits.ts';

/** A rectangle of merged cells; rows from 1, columns from 0, the ends included. */
export type Merge = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** What a sheet has beside its values. */
export type SheetTraits = {
  readonly merges: readonly Merge[];
  readonly formulas: number;
  readonly firstFormula: string;
  /** Cells, by row, whose formula has no saved value. */
  readonly unsaved: ReadonlyMap<number, readonly number[]>;
};

// Each tag once, in time that grows with the length alone.
const TAG = /<(\/?)(?:\w{1,20}:)?(c|f|v|mergeCell)([\s/>][^<>]*)/g;

/** `B7` as row 7, column 1; null for what is no cell. */
export function cellAt(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(digits), column: column - 1 };
}

function mergeOf(reference: string): Merge | null {
  const [from, to] = reference.split(':').map((corner) => cellAt(corner));
  if (from === undefined || from === null || to === undefined || to === null) return null;
  return { top: from.row, bottom: to.row, left: from.column, right: to.column };
}

/** Goes through the text of a sheet for what the reader of its values does not tell: merged cells and formulas. */
export function scanSheet(xml: Buffer): SheetTraits {
  const merges: Merge[] = [];
  const unsaved = new Map<number, number[]>();
  let formulas = 0;
  let firstFormula = '';
  let cell = '';
  let pending = false;
  const settle = (): void => {
    const at = pending ? cellAt(cell) : null;
    pending = false;
    if (at === null) return;
    const row = unsaved.get(at.row);
    if (row === undefined) unsaved.set(at.row, [at.column]);
    else row.push(at.column);
  };
  for (const [, closing, tag, attributes = ''] of xml.toString('latin1').matchAll(TAG)) {
    if (tag === 'c') {
      settle();
      if (closing === '') cell = /\sr="([^"]*)"/.exec(attributes)?.[1] ?? '';
    } else if (closing === '' && tag === 'f') {
      formulas += 1;
      if (firstFormula === '') firstFormula = cell;
      pending = true;
    } else if (closing === '' && tag === 'v') {
      const isEmpty = attributes.trimEnd().endsWith('/') || attributes === '>';
      if (!isEmpty) pending = false;
    } else if (closing === '' && tag === 'mergeCell' && merges.length < READ_LIMITS.merges) {
      const merge = mergeOf(/\sref="([^"]*)"/.exec(attributes)?.[1] ?? '');
      if (merge !== null) merges.push(merge);
    }
  }
  settle();
  return { merges, formulas, firstFormula, unsaved };
}

/** Columns of a row that a merged cell covers and that are not its own first cell. */
export function coveredIn(row: number, merges: readonly Merge[], most: number): readonly number[] {
  const covered: number[] = [];
  for (const { top, bottom, left, right } of merges) {
    if (row < top || row > bottom) continue;
    for (let column = left; column <= Math.min(right, most); column += 1) {
      if (row !== top || column !== left) covered.push(column);
    }
  }
  return covered;
}
