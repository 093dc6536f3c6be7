import { statementSheets } from '#lib/domain/statement/statement-sheets.ts';
import { xlsxOf } from '#lib/server/files/xlsx-writer.ts';
import { type FileRoute, statementFile } from '../../../../_statement/statement-file.ts';

/** A statement as a workbook: its lines, what waits, what is not paid, what has changed, and what the sheets are. */
export async function GET(request: Request, route: FileRoute): Promise<Response> {
  return await statementFile(request, route, {
    as: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (exported) => await xlsxOf(statementSheets(exported)),
  });
}
