import type { ReportRow } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import type { ReportsByMonthInput } from '#lib/schemas/report.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { type Ore, ore } from '#lib/shared/money.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 500;

export type ListedReport = {
  readonly id: string;
  readonly implementationReference: string;
  readonly month: Month;
  readonly number: number;
  readonly status: CurrentStatus;
  readonly submittedOn: PlainDate;
  readonly decideBy: PlainDate;
  readonly languageSupport: string | null;
  readonly jobSuggestions: number;
  readonly noActivityReason: string | null;
  readonly rows: readonly ReportRow[];
  readonly amountOre: Ore;
  /** Why it was returned or rejected. */
  readonly reason: string | null;
};

export type ReportsByMonth = {
  readonly month: Month;
  readonly reports: readonly ListedReport[];
  /** Of the next page; null on the last. */
  readonly nextCursor: string | null;
};

type Row = Omit<ListedReport, 'amountOre'> & { readonly amountOre: string; readonly participantId: string };
type Page = { readonly page: ReportsByMonth; readonly participantIds: readonly string[] };

/** The current reports of a month as a provider's own system reads them, by id, page by page. */
export const reportsByMonth = defineQuery<ReportsByMonthInput, Page>({
  name: 'report.listByMonth',
  mandates: ['client:reports.read', 'client:reports.write'],
  purpose: 'Leverantörens eget system läser sina redovisningar',
  run: async (tx, { month, cursor }, { actor }) => {
    const found = await tx.$queryRaw<Row[]>`
      SELECT r.id::text, r.participant_id::text AS "participantId", to_char(r.month, 'YYYY-MM') AS month, r.number, r.status::text,
        (SELECT s.implementation_reference::text FROM service_period s WHERE s.placement_id = r.placement_id
          AND s."from" < r.month + interval '1 month' ORDER BY s.number DESC LIMIT 1) AS "implementationReference",
        r.submitted_on::text AS "submittedOn", r.decide_by::text AS "decideBy", r.language_support AS "languageSupport",
        r.job_suggestions AS "jobSuggestions", r.no_activity_reason::text AS "noActivityReason", r.amount_ore::text AS "amountOre",
        (SELECT d.reason FROM review_decision d WHERE d.report_id = r.id ORDER BY d.decided_at DESC LIMIT 1) AS reason,
        coalesce((SELECT json_agg(json_build_object('activity', w.activity, 'form', w.form, 'minutes', w.minutes) ORDER BY w.id)
          FROM report_row w WHERE w.report_id = r.id), '[]') AS rows
      FROM report r
      WHERE ${reportsInReach(actor)} AND r.month = ${firstDay(month)}::date AND r.status NOT IN ('superseded', 'withdrawn')
        AND (${cursor ?? null}::uuid IS NULL OR r.id > ${cursor ?? null}::uuid)
      ORDER BY r.id LIMIT ${PAGE_SIZE + 1}`;
    const rows = found.slice(0, PAGE_SIZE);
    return {
      page: {
        month,
        reports: rows.map((row): ListedReport => {
          const { participantId: _, ...shown } = row;
          return { ...shown, amountOre: ore(Number(row.amountOre)) };
        }),
        nextCursor: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null,
      },
      participantIds: [...new Set(rows.map(({ participantId }) => participantId))],
    };
  },
  reads: ({ participantIds }) => ({ type: 'report', id: null, participantIds }),
});
