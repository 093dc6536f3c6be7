import type { CsvFile } from '#lib/server/import/csv-file.ts';
import {
  type KnownReferences,
  type PlacementRow,
  readPlacementRow,
} from '#lib/server/import/placements/placement-row.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type ReadPlacements = {
  /** The rows that are right by themselves, person by person. */
  readonly people: readonly (readonly PlacementRow[])[];
  readonly faults: Map<number, readonly FieldProblem[]>;
  readonly rows: number;
};

const ROWS_BETWEEN_WORDS = 50_000;

/** Reads the whole file: rows of one person may stand anywhere in it. */
export async function readPlacements(
  csv: CsvFile,
  known: KnownReferences,
  progress: (line: string) => void,
): Promise<ReadPlacements> {
  const faults = new Map<number, readonly FieldProblem[]>();
  const people = new Map<string, PlacementRow[]>();
  const rowOfReference = new Map<string, number>();
  let rows = 0;
  for await (const row of csv.rows()) {
    rows += 1;
    if (rows % ROWS_BETWEEN_WORDS === 0) progress(`${rows} rader lästa`);
    const read = readPlacementRow(row, known);
    const found = [
      ...(read.ok ? [] : read.error),
      ...twice(row.row, row.get('implementation_reference'), rowOfReference),
    ];
    if (!read.ok || found.length > 0) {
      faults.set(row.row, found);
      continue;
    }
    const { identityNumber } = read.value.person;
    const own = people.get(identityNumber);
    if (own === undefined) people.set(identityNumber, [read.value]);
    else own.push(read.value);
  }
  return { people: [...people.values()], faults, rows };
}

function twice(row: number, reference: string, rowOf: Map<string, number>): readonly FieldProblem[] {
  const earlier = rowOf.get(reference);
  if (reference !== '' && earlier === undefined) rowOf.set(reference, row);
  if (earlier === undefined) return [];
  return [
    {
      pointer: '/implementation_reference',
      row,
      column: 'implementation_reference',
      code: 'duplicateReference',
      message: `Genomförandereferensen ${reference} står redan på rad ${earlier}.`,
      fix: 'Ta bort den ena raden.',
    },
  ];
}
