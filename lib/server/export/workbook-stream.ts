import { type ExportColumn, exportColumns, exportSheet } from '#lib/domain/export/export-columns.ts';
import type { ExportKind } from '#lib/domain/export/export-kind.ts';
import { cellOf, type ExportTables } from '#lib/server/export/export-tables.ts';
import type { ZipPart } from '#lib/server/export/stream-zip.ts';
import { addDays, daysBetween, parsePlainDate, plainDate } from '#lib/shared/plain-date.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** As much as a cell may hold. */
const LONGEST = 32_767;
/** Day 0 of a spreadsheet's calendar, as it counts after February 1900. */
const DAY_ZERO = plainDate('1900-01-01');
/** Days from day 0 to 1 January 1900. */
const OFFSET = 2;

/** Formats by number: text (also where somebody edits the cell), date, whole number, kronor, bold head. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="1" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;
const STYLE_OF: Readonly<Record<ExportColumn['kind'], number>> = {
  text: 1,
  json: 1,
  date: 2,
  number: 3,
  kronor: 4,
};
const HEAD = 5;

function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .slice(0, LONGEST)
      // oxlint-disable-next-line no-control-regex -- exactly these may not stand in XML
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

function textCell(text: string, style: number): string {
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function cell(value: string | number | null, { kind }: ExportColumn): string {
  if (value === null) return '<c/>';
  const style = STYLE_OF[kind];
  if (typeof value === 'number') return `<c s="${style}"><v>${value}</v></c>`;
  const date = kind === 'date' ? parsePlainDate(value) : null;
  // Text is never a formula, whatever it begins with: it is an inline string in a cell of text.
  return date === null
    ? textCell(value, STYLE_OF.text)
    : `<c s="${style}"><v>${daysBetween(addDays(DAY_ZERO, -OFFSET), date)}</v></c>`;
}

async function* sheet(kind: ExportKind, { rowsOf }: ExportTables): AsyncGenerator<string> {
  const columns = exportColumns(kind);
  const widths = columns.map(
    ({ head }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.max(14, head.length + 2)}" customWidth="1"/>`,
  );
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield `<row>${columns.map(({ head }) => textCell(head, HEAD)).join('')}</row>`;
  for await (const batch of rowsOf(kind)) {
    yield batch
      .map((row) => {
        const cells = columns.map((column, index) => cell(cellOf(row[index] ?? null, column), column));
        return `<row>${cells.join('')}</row>`;
      })
      .join('');
  }
  yield '</sheetData></worksheet>';
}

/** A workbook with a sheet for each kind, as the parts of its archive; each sheet is read as it is written. */
export function* workbookParts(tables: ExportTables): Generator<ZipPart> {
  const { kinds } = tables;
  const numbers = kinds.map((_, index) => index + 1);
  const types = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  yield {
    name: '[Content_Types].xml',
    content: [
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${types.join('')}</Types>`,
    ],
  };
  yield {
    name: '_rels/.rels',
    content: [
      `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  };
  const sheets = kinds.map(
    (kind, index) =>
      `<sheet name="${escaped(exportSheet(kind))}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  yield {
    name: 'xl/workbook.xml',
    content: [
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
  };
  const relations = numbers.map(
    (n) => `<Relationship Id="r${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: [
      `${XML}<Relationships xmlns="${RELATIONS}">${relations.join('')}<Relationship Id="r0" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
  };
  yield { name: 'xl/styles.xml', content: [`${XML}${STYLES}`] };
  for (const [index, kind] of kinds.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheet(kind, tables) };
  }
}
