import { defineQuery } from '#lib/server/command/query.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import {
  DECISION_JOIN,
  type ListedReport,
  listedReport,
  type ListedRow,
  type ListedVersion,
  type ReportStatus,
  LISTED_COLUMNS,
  VERSION_COLUMNS,
} from '#lib/server/report/listed-report.ts';

export type ReportWithVersions = ListedReport<ReportStatus> & {
  /** All of the placement's month, the first one first. */
  readonly versions: readonly ListedVersion<ReportStatus>[];
};

type Shown = { readonly report: ReportWithVersions; readonly participantId: string };

/** One version of a report as a provider's own system reads it, whatever has become of it, with the others of its month. */
export const reportWithVersions = defineQuery<{ readonly reportId: string }, Shown>({
  name: 'report.showToSystem',
  mandates: ['client:reports.read', 'client:reports.write'],
  purpose: 'Leverantörens eget system läser sina redovisningar',
  run: async (tx, { reportId }, { actor }) => {
    const [row] = await tx.$queryRaw<ListedRow<ReportStatus>[]>`
      SELECT ${LISTED_COLUMNS} FROM report r ${DECISION_JOIN} WHERE r.id = ${reportId}::uuid AND ${reportsInReach(actor)}`;
    if (row === undefined) return null;
    const versions = await tx.$queryRaw<ListedVersion<ReportStatus>[]>`
      SELECT ${VERSION_COLUMNS} FROM report shown JOIN report r ON r.placement_id = shown.placement_id AND r.month = shown.month
        ${DECISION_JOIN} WHERE shown.id = ${reportId}::uuid AND ${reportsInReach(actor)} ORDER BY r.number`;
    return { report: { ...listedReport(row), versions }, participantId: row.participantId };
  },
  reads: ({ report, participantId }) => ({ type: 'report', id: report.id, participantIds: [participantId] }),
});
