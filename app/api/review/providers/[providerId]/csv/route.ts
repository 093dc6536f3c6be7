import { providerCsvRows } from '#lib/domain/insight/providers-csv.ts';
import { oneProviderInput } from '#lib/schemas/insight.ts';
import { csvOf } from '#lib/server/insight/csv-of.ts';
import { showProvider } from '#lib/server/insight/provider-page.ts';

/** One provider's page as a CSV file. */
export const GET = csvOf(showProvider, oneProviderInput, {
  name: ({ figures: { orgNo }, from, to }) => `leverantor-${orgNo}-${from}-${to}`,
  rows: providerCsvRows,
});
