import { providersCsvRows } from '#lib/domain/insight/providers-csv.ts';
import { providerFiguresInput } from '#lib/schemas/insight.ts';
import { csvOf } from '#lib/server/insight/csv-of.ts';
import { exportProviders } from '#lib/server/insight/provider-list.ts';

/** Every provider that the filters leave, as a CSV file. */
export const GET = csvOf(exportProviders, providerFiguresInput, {
  name: ({ from, to }) => `leverantorer-${from}-${to}`,
  rows: providersCsvRows,
});
