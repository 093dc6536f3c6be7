import { checksCsvRows } from '#lib/domain/insight/checks-csv.ts';
import { monthsInput } from '#lib/schemas/insight.ts';
import { checkPrecision } from '#lib/server/insight/check-precision.ts';
import { csvOf } from '#lib/server/insight/csv-of.ts';

/** How often each check was right, as a CSV file. */
export const GET = csvOf(checkPrecision, monthsInput, {
  name: ({ from, to }) => `kontroller-${from}-${to}`,
  rows: checksCsvRows,
});
