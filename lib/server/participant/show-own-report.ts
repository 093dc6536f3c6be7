import type { OwnReport } from '#lib/domain/participant/own-report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { isUuid } from '#lib/shared/uuid.ts';

type Row = Omit<OwnReport, 'month' | 'submittedOn'> & {
  readonly month: string;
  readonly submittedOn: string;
};

export const showOwnReport = defineQuery({
  name: 'report.showOwn',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, input: { readonly reportId: string }, { actor }): Promise<OwnReport | null> {
    if (!isUuid(input.reportId)) return null;
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT r.id, r.participant_id AS "participantId", to_char(r.month, 'YYYY-MM') AS month, r.number, r.status::text AS status,
        v.name AS provider, o.street, o.place, o.phone, r.submitted_on::text AS "submittedOn",
        r.language_support AS "languageSupport", r.job_suggestions AS "jobSuggestions",
        r.no_activity_reason::text AS "noActivityReason",
        coalesce((SELECT json_agg(json_build_object('activity', w.activity, 'form', w.form, 'minutes', app.counted_minutes(w))
          ORDER BY w.activity, w.form) FROM report_row w WHERE w.report_id = r.id), '[]') AS rows
      FROM report r JOIN provider v ON v.id = r.provider_id JOIN office o ON o.id = r.office_id
      WHERE r.id = ${input.reportId}::uuid AND r.participant_id = ${ownParticipantId(actor)}::uuid AND r.status <> 'withdrawn'`;
    return row === undefined
      ? null
      : { ...row, month: month(row.month), submittedOn: plainDate(row.submittedOn) };
  },
  reads: ({ id, participantId }) => ({ type: 'report', id, participantIds: [participantId] }),
});
