import type { OwnReportLine, OwnReports } from '#lib/domain/participant/own-report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

export const REPORTS_PER_PAGE = 50;

type Row = Omit<OwnReportLine, 'month' | 'submittedOn'> & {
  readonly month: string;
  readonly submittedOn: string;
  readonly total: number;
};

/** What providers have reported about the participant, the newest month first. What was taken back was never reported. */
export const listOwnReports = defineQuery({
  name: 'report.listOwn',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, input: { readonly page: number }, { actor }): Promise<OwnReports | null> {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const rows = await tx.$queryRaw<Row[]>`
      SELECT r.id, to_char(r.month, 'YYYY-MM') AS month, r.number, r.status::text AS status, v.name AS provider,
        r.submitted_on::text AS "submittedOn", r.no_activity_reason IS NULL AS "tookPart",
        coalesce((SELECT sum(app.counted_minutes(w))::int FROM report_row w WHERE w.report_id = r.id), 0) AS minutes,
        count(*) OVER ()::int AS total
      FROM report r JOIN provider v ON v.id = r.provider_id
      WHERE r.participant_id = ${participantId}::uuid AND r.status <> 'withdrawn'
      ORDER BY r.month DESC, r.number DESC, r.id
      LIMIT ${REPORTS_PER_PAGE} OFFSET ${(input.page - 1) * REPORTS_PER_PAGE}`;
    const reports = rows.map(({ total: _total, ...row }) => ({
      ...row,
      month: month(row.month),
      submittedOn: plainDate(row.submittedOn),
    }));
    return { participantId, reports, total: rows[0]?.total ?? 0 };
  },
  reads: ({ participantId }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
  }),
});
