import { readFileSync } from 'node:fs';
import { withCheckDigit } from '#lib/domain/placement/identity-number.ts';
import { type Cells, placementCells } from '#lib/server/import/testing/import-fixture.ts';

export type OwnRows = {
  readonly number: string;
  readonly reference: number;
  /** The participant's first period, with what is given instead. */
  readonly first: (given?: Cells) => Cells;
  readonly second: (given?: Cells) => Cells;
};

let people = 0;

/** Rows of a participant that no other test has. */
export function ownRows(): OwnRows {
  people += 1;
  // Born on one of the first days of 1950, in a series of ten for each.
  const day = String(1 + (people % 28)).padStart(2, '0');
  const number = `19${withCheckDigit(`5001${day}${100 + people}`)}`;
  const reference = 400_000_000 + people * 10;
  const first = (given: Cells = {}): Cells =>
    placementCells({ implementation_reference: String(reference + 1), identity_number: number, ...given });
  return {
    number,
    reference,
    first,
    second: (given = {}) =>
      first({
        implementation_reference: String(reference + 2),
        period_number: '2',
        from: '2021-07-03',
        to: '2021-12-30',
        ...given,
      }),
  };
}

/** `row: codes` of each line of a file of errors. */
export function faultsIn(errorsFile: string): readonly string[] {
  const [header = '', ...lines] = readFileSync(errorsFile, 'utf8').trim().split('\n');
  const columns = header.split(';');
  return lines.map((line) => {
    const cells = line.split(';');
    return `${cells[columns.indexOf('row')]}: ${cells[columns.indexOf('code')]}`;
  });
}
