import type { ProblemLocale } from '#lib/shared/problem.ts';

type Counted = { readonly count: number };
type Named = { readonly names: readonly string[] };

/** What was noticed in a file and did not stop it: said, so that nothing is guessed in silence. */
export type FileNoteFacts = {
  columnsIgnored: Named;
  sheetsIgnored: Named;
  sheetsHidden: Named;
  formulas: Counted & { readonly first: string };
  monthsFromDates: Counted;
  encoding: { readonly name: string };
  delimiter: { readonly name: 'tab' };
  rowsNotFilledIn: Counted & { readonly rows: readonly number[] };
};
export type FileNote = {
  [Code in keyof FileNoteFacts]: { readonly code: Code; readonly facts: FileNoteFacts[Code] };
}[keyof FileNoteFacts];

const SENTENCES: {
  readonly [Code in keyof FileNoteFacts]: (
    facts: FileNoteFacts[Code],
  ) => Readonly<Record<ProblemLocale, string>>;
} = {
  columnsIgnored: ({ names }) => ({
    sv: `Kolumner som inte lästes, för att vi inte känner igen dem: ${names.join(', ')}.`,
    en: `Columns that were not read, since we do not know them: ${names.join(', ')}.`,
  }),
  sheetsIgnored: ({ names }) => ({
    sv: `Blad som inte lästes, för att de inte har rapporter: ${names.join(', ')}.`,
    en: `Sheets that were not read, since they have no reports: ${names.join(', ')}.`,
  }),
  sheetsHidden: ({ names }) => ({
    sv: `Dolda blad som inte lästes: ${names.join(', ')}.`,
    en: `Hidden sheets that were not read: ${names.join(', ')}.`,
  }),
  formulas: ({ count, first }) => ({
    sv: `${count} celler har formler, den första i ${first}. Vi läste värdena som de var sparade.`,
    en: `${count} cells have formulas, the first in ${first}. We read the values as they were saved.`,
  }),
  monthsFromDates: ({ count }) => ({
    sv: `På ${count} rader hade månaden blivit ett datum. Vi läste den första i månaden som månaden.`,
    en: `On ${count} rows the month had become a date. We read the first of a month as the month.`,
  }),
  encoding: ({ name }) => ({
    sv: `Filen var sparad med teckenkodningen ${name} och lästes så.`,
    en: `The file was saved with the character encoding ${name} and read as such.`,
  }),
  delimiter: () => ({
    sv: 'Kolumnerna var åtskilda med tabbar och lästes så.',
    en: 'The columns were divided by tabs and read as such.',
  }),
  rowsNotFilledIn: ({ count, rows }) => ({
    sv: `${count} deltagare är inte ifyllda än och lämnades utanför: ${rowList(rows, 'rad')}.`,
    en: `${count} participants are not filled in yet and were left out: ${rowList(rows, 'row')}.`,
  }),
};

function rowList(rows: readonly number[], word: string): string {
  const few = rows.slice(0, 20);
  return `${word} ${few.join(', ')}${rows.length > few.length ? ' …' : ''}`;
}

/** The sentence about something that was noticed. */
export function fileNoteWords(note: FileNote, locale: ProblemLocale = 'sv'): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- code and facts of one note belong together
  return SENTENCES[note.code](note.facts as never)[locale];
}
