import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { type WithdrawReportInput, withdrawReportInput } from '#lib/schemas/report.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { lockDraftVersion, writeDraft } from '#lib/server/month/month-draft.ts';
import type { Month } from '#lib/shared/month.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type State = ReportContent & {
  readonly id: string;
  readonly placementId: string;
  readonly participantId: string;
  readonly month: Month;
  readonly status: CurrentStatus | 'superseded' | 'withdrawn';
  readonly taken: boolean;
  readonly version: number;
};

/** Takes a report back before anybody has begun to review it. What it said becomes a draft again. */
export const withdrawReport = defineCommand({
  name: 'report.withdraw',
  // Attested by a signatory, taken back by one: of the same provider, not necessarily the same person.
  mandates: ['signatory'],
  input: withdrawReportInput,
  async lock(tx, { reportId }: WithdrawReportInput, { actor }): Promise<State | null> {
    const [report] = await tx.$queryRaw<Omit<State, 'rows'>[]>`
      SELECT id::text, placement_id::text AS "placementId", participant_id::text AS "participantId", to_char(month, 'YYYY-MM') AS month,
        status::text, version,
        taken_at IS NOT NULL OR reply_by IS NOT NULL OR EXISTS (SELECT 1 FROM report_reopening o WHERE o.report_id = r.id) AS taken, language_support AS "languageSupport",
        job_suggestions AS "jobSuggestions", no_activity_reason::text AS "noActivityReason"
      FROM report r WHERE r.id = ${reportId}::uuid AND ${reportsInReach(actor)} FOR UPDATE OF r`;
    if (report === undefined) return null;
    const rows = await tx.reportRow.findMany({
      where: { reportId },
      select: { activity: true, form: true, minutes: true },
      orderBy: { id: 'asc' },
    });
    return { ...report, rows };
  },
  version: (report, { version }) => ({ seen: version, current: report.version }),
  guard({ status, taken }) {
    if (status === 'submitted' && !taken) return null;
    const title = {
      sv: 'Granskningen har börjat, så rapporten går inte att ta tillbaka.',
      en: 'Review has begun, so the report cannot be withdrawn.',
    };
    return conflict([], { code: 'reviewBegun', title });
  },
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, report, { actor, now }) {
    const { id, placementId, month, rows, languageSupport, jobSuggestions, noActivityReason } = report;
    await tx.$executeRaw`UPDATE report SET status = 'withdrawn', version = version + 1 WHERE id = ${id}::uuid`;
    const version = await lockDraftVersion(tx, { placementId, month });
    const content = { rows, languageSupport, jobSuggestions, noActivityReason };
    const updatedByPersonId = monthActor(actor).personId;
    const draft = { placementId, month, content, source: 'form', updatedByPersonId, updatedAt: now } as const;
    return { reportId: id, placementId, month, draftVersion: await writeDraft(tx, draft, version) };
  },
  audit: ({ reportId, month }, _, { participantId }) => ({
    type: 'report',
    id: reportId,
    participantIds: [participantId],
    detail: { month },
  }),
});
