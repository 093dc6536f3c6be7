import { exportColumns, exportSheet } from '#lib/domain/export/export-columns.ts';
import type { ExportFormat, ExportKind } from '#lib/domain/export/export-kind.ts';
import { cellOf, type ExportTables } from '#lib/server/export/export-tables.ts';
import { streamZip, type ZipPart } from '#lib/server/export/stream-zip.ts';
import { workbookParts } from '#lib/server/export/workbook-stream.ts';
import { csvText } from '#lib/shared/csv-text.ts';

async function* csvOf(kind: ExportKind, { rowsOf }: ExportTables): AsyncGenerator<string> {
  const columns = exportColumns(kind);
  yield csvText([columns.map(({ head }) => head)]);
  for await (const batch of rowsOf(kind)) {
    // The mark of the encoding stands at the beginning of the file alone.
    yield csvText(
      batch.map((row) => columns.map((column, index) => cellOf(row[index] ?? null, column))),
    ).slice(1);
  }
}

async function* jsonOf(tables: ExportTables): AsyncGenerator<string> {
  yield JSON.stringify({ about: tables.about }).slice(0, -1);
  for (const kind of tables.kinds) {
    const keys = exportColumns(kind).map(({ key }) => key);
    yield `,\n${JSON.stringify(kind)}:[`;
    let isFirst = true;
    for await (const batch of tables.rowsOf(kind)) {
      const items = batch.map((row) =>
        JSON.stringify(Object.fromEntries(keys.map((key, index) => [key, row[index] ?? null]))),
      );
      if (items.length === 0) continue;
      yield `${isFirst ? '\n' : ',\n'}${items.join(',\n')}`;
      isFirst = false;
    }
    yield ']';
  }
  yield '}\n';
}

function* csvParts(tables: ExportTables): Generator<ZipPart> {
  for (const kind of tables.kinds) yield { name: `${exportSheet(kind)}.csv`, content: csvOf(kind, tables) };
}

/** The file piece by piece: a workbook, an archive of CSV files, or one JSON document. Never all of it at once. */
export async function* writeExport(format: ExportFormat, tables: ExportTables): AsyncGenerator<Buffer> {
  switch (format) {
    case 'xlsx':
      yield* streamZip(workbookParts(tables));
      return;
    case 'csv':
      yield* streamZip(csvParts(tables));
      return;
    case 'json':
      for await (const text of jsonOf(tables)) yield Buffer.from(text, 'utf8');
      return;
  }
}
