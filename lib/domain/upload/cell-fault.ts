import type { Words } from '#lib/domain/report/row-fault.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Nothing = Readonly<Record<string, never>>;
type Given = { readonly value: string };

/** What can be wrong with a cell before it is read as a field of a report, by stable code. */
export type CellFaultFacts = {
  /** A spreadsheet has made a date of what was typed. */
  cellDate: Given;
  /** The result of a formula is an error. */
  cellError: Given;
  /** A formula whose value was never saved. */
  cellUnsaved: Nothing;
  /** Covered by a merged cell. */
  cellMerged: Nothing;
  /** More cells in the row than the file has columns. */
  rowTooLong: Nothing;
};
export type CellFaultCode = keyof CellFaultFacts;

type Both = Readonly<Record<ProblemLocale, readonly [message: string, fix: string]>>;

const SENTENCES: { readonly [Code in CellFaultCode]: (facts: CellFaultFacts[Code]) => Both } = {
  cellDate: ({ value }) => ({
    sv: [
      `Kalkylprogrammet har gjort om cellen till ett datum (${value}).`,
      'Ändra cellens format till Text och skriv värdet på nytt.',
    ],
    en: [
      `The spreadsheet has turned the cell into a date (${value}).`,
      'Change the format of the cell to Text and write the value again.',
    ],
  }),
  cellError: ({ value }) => ({
    sv: [`Formeln i cellen ger felet ${value}.`, 'Skriv värdet i stället för formeln.'],
    en: [`The formula in the cell gives the error ${value}.`, 'Write the value in place of the formula.'],
  }),
  cellUnsaved: () => ({
    sv: [
      'Cellen har en formel utan sparat värde.',
      'Öppna filen i kalkylprogrammet och spara den igen, eller skriv värdet.',
    ],
    en: [
      'The cell has a formula without a saved value.',
      'Open the file in the spreadsheet and save it again, or write the value.',
    ],
  }),
  cellMerged: () => ({
    sv: ['Cellen är sammanfogad med en annan.', 'Dela upp cellerna och skriv värdet i var och en.'],
    en: ['The cell is merged with another.', 'Split the cells and write the value in each of them.'],
  }),
  rowTooLong: () => ({
    sv: [
      'Raden har fler fält än filen har kolumner.',
      'Sätt citattecken om fält som innehåller avgränsaren, eller ta bort det som står utanför.',
    ],
    en: [
      'The row has more fields than the file has columns.',
      'Put quotation marks around fields that hold the delimiter, or remove what stands outside.',
    ],
  }),
};

/** The sentence about a cell, and its remedy. */
export function cellFaultWords<Code extends CellFaultCode>(
  code: Code,
  facts: CellFaultFacts[Code],
  locale: ProblemLocale = 'sv',
): Words {
  const [message, fix] = SENTENCES[code](facts)[locale];
  return { message, fix };
}
