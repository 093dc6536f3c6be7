import type { Words } from '#lib/domain/report/row-fault.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Nothing = Readonly<Record<string, never>>;
type Named = { readonly names: readonly string[] };

/** What makes a whole file unusable, by stable code, with the facts of its sentence. */
export type FileFaultFacts = {
  fileEmpty: Nothing;
  fileUnknown: Nothing;
  fileOldExcel: Nothing;
  fileEncrypted: Nothing;
  fileBinaryExcel: Nothing;
  fileMacros: Nothing;
  fileOpenDocument: Nothing;
  filePdf: Nothing;
  fileWebPage: Nothing;
  fileDamaged: Nothing;
  fileInflates: { readonly mostMiB: number };
  fileManyParts: { readonly most: number };
  fileTooSlow: { readonly seconds: number };
  fileTooHeavy: Nothing;
  csvBroken: { readonly row: number };
  columnsMissing: Named & { readonly unknown: readonly string[] };
  columnsDouble: Named;
  headerMissing: Named;
  sheetHidden: Named;
  sheetsSeveral: Named;
  rowsNone: Nothing;
  rowsTooMany: { readonly most: number };
  roleEnded: Nothing;
};
export type FileFaultCode = keyof FileFaultFacts;
export type FileFault = {
  [Code in FileFaultCode]: { readonly code: Code; readonly facts: FileFaultFacts[Code] };
}[FileFaultCode];

type Both = Readonly<Record<ProblemLocale, readonly [message: string, fix: string]>>;

const SAVE: Readonly<Record<ProblemLocale, string>> = {
  sv: 'Öppna filen i kalkylprogrammet och spara den som Excel-arbetsbok (.xlsx) eller CSV UTF-8.',
  en: 'Open the file in the spreadsheet and save it as an Excel workbook (.xlsx) or CSV UTF-8.',
};

function quoted(names: readonly string[]): string {
  const few = names.slice(0, 12).map((name) => `”${name}”`);
  return `${few.join(', ')}${names.length > few.length ? ' …' : ''}`;
}

const SENTENCES: { readonly [Code in FileFaultCode]: (facts: FileFaultFacts[Code]) => Both } = {
  fileEmpty: () => ({
    sv: ['Filen är tom.', 'Välj filen som du har sparat och ladda upp igen.'],
    en: ['The file is empty.', 'Choose the file that you saved and upload it again.'],
  }),
  fileUnknown: () => ({
    sv: ['Filen är varken en Excel-arbetsbok eller en CSV-fil.', SAVE.sv],
    en: ['The file is neither an Excel workbook nor a CSV file.', SAVE.en],
  }),
  fileOldExcel: () => ({
    sv: ['Filen är sparad i det gamla Excel-formatet (.xls).', SAVE.sv],
    en: ['The file is saved in the old Excel format (.xls).', SAVE.en],
  }),
  fileEncrypted: () => ({
    sv: [
      'Filen är skyddad med lösenord.',
      'Ta bort lösenordet i kalkylprogrammet, spara och ladda upp igen.',
    ],
    en: [
      'The file is protected by a password.',
      'Remove the password in the spreadsheet, save and upload again.',
    ],
  }),
  fileBinaryExcel: () => ({
    sv: ['Filen är en binär arbetsbok (.xlsb).', SAVE.sv],
    en: ['The file is a binary workbook (.xlsb).', SAVE.en],
  }),
  fileMacros: () => ({
    sv: ['Filen innehåller makron (.xlsm).', SAVE.sv],
    en: ['The file has macros in it (.xlsm).', SAVE.en],
  }),
  fileOpenDocument: () => ({
    sv: ['Filen är ett OpenDocument-kalkylblad (.ods).', SAVE.sv],
    en: ['The file is an OpenDocument spreadsheet (.ods).', SAVE.en],
  }),
  filePdf: () => ({
    sv: ['Filen är en PDF.', 'Ladda upp kalkylbladet som den gjordes av, som .xlsx eller .csv.'],
    en: ['The file is a PDF.', 'Upload the spreadsheet that it was made from, as .xlsx or .csv.'],
  }),
  fileWebPage: () => ({
    sv: ['Filen är en webbsida eller ett XML-dokument.', SAVE.sv],
    en: ['The file is a web page or an XML document.', SAVE.en],
  }),
  fileDamaged: () => ({
    sv: ['Filen är skadad eller ofullständig.', SAVE.sv],
    en: ['The file is damaged or incomplete.', SAVE.en],
  }),
  fileInflates: ({ mostMiB }) => ({
    sv: [
      `Filen blir för stor när den packas upp: mer än ${mostMiB} MiB.`,
      'Kopiera raderna till en ny arbetsbok och ladda upp den.',
    ],
    en: [
      `The file becomes too large when it is unpacked: more than ${mostMiB} MiB.`,
      'Copy the rows into a new workbook and upload that.',
    ],
  }),
  fileManyParts: ({ most }) => ({
    sv: [
      `Arbetsboken har för många delar: fler än ${most}.`,
      'Kopiera raderna till en ny arbetsbok och ladda upp den.',
    ],
    en: [
      `The workbook has too many parts: more than ${most}.`,
      'Copy the rows into a new workbook and upload that.',
    ],
  }),
  fileTooSlow: ({ seconds }) => ({
    sv: [
      `Filen tog mer än ${seconds} sekunder att läsa.`,
      'Kopiera raderna till en ny arbetsbok och ladda upp den.',
    ],
    en: [
      `The file took more than ${seconds} seconds to read.`,
      'Copy the rows into a new workbook and upload that.',
    ],
  }),
  fileTooHeavy: () => ({
    sv: [
      'Filen kräver för mycket minne för att läsas.',
      'Kopiera raderna till en ny arbetsbok och ladda upp den.',
    ],
    en: ['The file needs too much memory to be read.', 'Copy the rows into a new workbook and upload that.'],
  }),
  csvBroken: ({ row }) => ({
    sv: [
      `Filen går inte att läsa som CSV vid rad ${row}.`,
      'Oftast är det ett citattecken (") som inte stängs. Rätta det, eller använd mallen.',
    ],
    en: [
      `The file cannot be read as CSV at row ${row}.`,
      'Most often a quotation mark (") is not closed. Correct it, or use the template.',
    ],
  }),
  columnsMissing: ({ names, unknown }) => ({
    sv: [
      `Filen saknar ${names.length === 1 ? 'kolumnen' : 'kolumnerna'} ${names.join(', ')}.${
        unknown.length === 0 ? '' : ` Det här känner vi inte igen: ${quoted(unknown)}.`
      }`,
      'Ge kolumnerna samma namn som i mallen. Ordningen spelar ingen roll.',
    ],
    en: [
      `The file lacks the ${names.length === 1 ? 'column' : 'columns'} ${names.join(', ')}.${
        unknown.length === 0 ? '' : ` We do not know these: ${quoted(unknown)}.`
      }`,
      'Give the columns the names that they have in the template. Their order does not matter.',
    ],
  }),
  columnsDouble: ({ names }) => ({
    sv: [`Filen har mer än en kolumn som heter ${names.join(', ')}.`, 'Ta bort den som inte gäller.'],
    en: [
      `The file has more than one column named ${names.join(', ')}.`,
      'Remove the one that does not count.',
    ],
  }),
  headerMissing: ({ names }) => ({
    sv: [
      `Vi hittar inga rubriker i filen.${names.length === 0 ? '' : ` Den börjar med ${quoted(names)}.`}`,
      'Filens första rad ska ha kolumnernas namn, som i mallen.',
    ],
    en: [
      `We find no headings in the file.${names.length === 0 ? '' : ` It begins with ${quoted(names)}.`}`,
      'The first row of the file has the names of the columns, as in the template.',
    ],
  }),
  sheetHidden: ({ names }) => ({
    sv: [
      `Raderna står i ett dolt blad: ${quoted(names)}.`,
      'Visa bladet, kontrollera det och ladda upp igen.',
    ],
    en: [`The rows are in a hidden sheet: ${quoted(names)}.`, 'Show the sheet, check it and upload again.'],
  }),
  sheetsSeveral: ({ names }) => ({
    sv: [
      `Flera blad har sådana rader: ${quoted(names)}.`,
      'Samla raderna i ett blad, så att det inte kan bli fel blad som läses.',
    ],
    en: [
      `Several sheets have such rows: ${quoted(names)}.`,
      'Put the rows into one sheet, so that the wrong one cannot be read.',
    ],
  }),
  rowsNone: () => ({
    sv: ['Filen har rubriker men inga rader.', 'Fyll i raderna och ladda upp igen.'],
    en: ['The file has headings but no rows.', 'Fill in the rows and upload again.'],
  }),
  rowsTooMany: ({ most }) => ({
    sv: [
      `Filen har fler än ${most} rader.`,
      'Dela upp den i flera filer. En rapports rader ska stå i samma fil.',
    ],
    en: [
      `The file has more than ${most} rows.`,
      'Divide it into several files. The rows of a report go together.',
    ],
  }),
  roleEnded: () => ({
    sv: [
      'Rollen som filen laddades upp i gäller inte längre.',
      'Logga in i en roll som gäller och ladda upp igen.',
    ],
    en: [
      'The role in which the file was uploaded has ended.',
      'Sign in with a role in force and upload again.',
    ],
  }),
};

/** The sentence about a file that cannot be used, and the remedy. */
export function fileFaultWords(fault: FileFault, locale: ProblemLocale = 'sv'): Words {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- code and facts of one fault belong together
  const [message, fix] = SENTENCES[fault.code](fault.facts as never)[locale];
  return { message, fix };
}
