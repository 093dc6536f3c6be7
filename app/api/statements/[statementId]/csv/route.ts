import { statementCsvRows } from '#lib/domain/statement/statement-csv.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { type FileRoute, statementFile } from '../../../../_statement/statement-file.ts';

/** What a statement pays, what waits and what it does not pay, as one CSV file. */
export async function GET(request: Request, route: FileRoute): Promise<Response> {
  return await statementFile(request, route, {
    as: 'csv',
    type: 'text/csv; charset=utf-8',
    write: async (exported) => await Promise.resolve(csvText(statementCsvRows(exported))),
  });
}
