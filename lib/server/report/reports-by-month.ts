import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import type { ReportsByMonthInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import {
  DECISION_JOIN,
  type ListedReport,
  listedReport,
  type ListedRow,
  LISTED_COLUMNS,
} from '#lib/server/report/listed-report.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';

const PAGE_SIZE = 500;

export type ReportsByMonth = {
  readonly month: Month;
  readonly reports: readonly ListedReport<CurrentStatus>[];
  /** Of the next page; null on the last. */
  readonly nextCursor: string | null;
};

type Page = { readonly page: ReportsByMonth; readonly participantIds: readonly string[] };

/** The current reports of a month as a provider's own system reads them, by id, page by page. */
export const reportsByMonth = defineQuery<ReportsByMonthInput, Page>({
  name: 'report.listByMonth',
  mandates: ['client:reports.read', 'client:reports.write'],
  purpose: 'Leverantörens eget system läser sina redovisningar',
  run: async (tx, { month, cursor }, { actor }) => {
    const found = await tx.$queryRaw<ListedRow<CurrentStatus>[]>`
      SELECT ${LISTED_COLUMNS} FROM report r ${DECISION_JOIN}
      WHERE ${reportsInReach(actor)} AND r.month = ${firstDay(month)}::date AND r.status NOT IN ('superseded', 'withdrawn')
        AND (${cursor ?? null}::uuid IS NULL OR r.id > ${cursor ?? null}::uuid)
      ORDER BY r.id LIMIT ${PAGE_SIZE + 1}`;
    const rows = found.slice(0, PAGE_SIZE);
    return {
      page: {
        month,
        reports: rows.map((row) => listedReport(row)),
        nextCursor: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null,
      },
      participantIds: [...new Set(rows.map(({ participantId }) => participantId))],
    };
  },
  reads: ({ participantIds }) => ({ type: 'report', id: null, participantIds }),
});
