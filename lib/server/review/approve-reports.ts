import { leftOut, type TogetherReport } from '#lib/domain/review/approve-together.ts';
import { type ApproveReportsInput, approveReportsInput } from '#lib/schemas/review-bench.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { notifyAll } from '#lib/server/notification/notify.ts';
import type { LockedReport } from '#lib/server/review/lock-report.ts';
import { writeApprovals } from '#lib/server/review/write-approvals.ts';
import { approvalTold } from '#lib/server/review/write-decision.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type Together = TogetherReport &
  Pick<
    LockedReport,
    | 'id'
    | 'placementId'
    | 'month'
    | 'participantId'
    | 'decisionId'
    | 'submittedByPersonId'
    | 'attestedByPersonId'
  > & { readonly participantName: string };

/** The reports with what says whether they may be approved together, in the order in which they were asked for; those that are not seen are left out. */
export async function togetherReports(
  tx: Tx,
  asked: readonly { readonly reportId: string; readonly version: number | null }[],
  { personId, today }: { readonly personId: string; readonly today: PlainDate },
): Promise<readonly Together[]> {
  return await queryJson<Together>(
    tx,
    Prisma.sql`
    SELECT r.id, r.placement_id AS "placementId", to_char(r.month, 'YYYY-MM') AS month, r.participant_id AS "participantId",
      n.given_name || ' ' || n.family_name AS "participantName", r.status, r.version, k.version AS seen, r.holds, r.route, r.route_reason AS reason, r.standing_status AS "standingStatus",
      r.reply_by AS "replyBy", false AS replied, r.taken_by_person_id AS "takenByPersonId", t.given_name || ' ' || t.family_name AS "takenByName",
      r.taken_at AS "takenAt", r.submitted_by_person_id AS "submittedByPersonId", a.person_id AS "attestedByPersonId", NULL AS "decisionId",
      app.not_decided_by(r.id) AS "notByPersonId", ${personId}::uuid IN (r.submitted_by_person_id, a.person_id) IS TRUE AS own,
      EXISTS (SELECT 1 FROM membership m WHERE m.person_id = ${personId}::uuid AND m.provider_id = r.provider_id AND m.valid_from <= ${today}::date
        AND (m.valid_to IS NULL OR m.valid_to > ${today}::date)) AS "ownOrganisation"
    FROM json_to_recordset(${JSON.stringify(asked.map((one, place) => ({ ...one, place })))}::json) AS k("reportId" uuid, version int, place int)
      JOIN report r ON r.id = k."reportId"
      JOIN participant d ON d.id = r.participant_id
      JOIN person n ON n.id = d.person_id
      LEFT JOIN attestation a ON a.id = r.attestation_id
      LEFT JOIN person t ON t.id = r.taken_by_person_id
    ORDER BY k.place`,
  );
}

const personOf = ({ actor }: CommandContext): string => (actor.kind === 'person' ? actor.personId : '');

async function lockTogether(
  tx: Tx,
  { reports }: ApproveReportsInput,
  context: CommandContext,
): Promise<readonly Together[] | null> {
  const ids = [...new Set(reports.map(({ reportId }) => reportId))];
  // In one order, whoever asks: two who approve the same ones wait for each other instead of standing still.
  await tx.$queryRaw`SELECT 1 FROM report WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const found = await togetherReports(tx, reports, { personId: personOf(context), today: context.today });
  return found.length === ids.length && ids.length === reports.length ? found : null;
}

/**
 * Approves reports in which nothing has to be seen by a person first, all of them or none: where one cannot be approved, the refusal
 * names it and says why, and nothing is done.
 */
export const approveReports = defineCommand({
  name: 'report.approveTogether',
  mandates: ['reviewer'],
  input: approveReportsInput,
  lock: lockTogether,
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide(reports, _, context) {
    const refused = reports.flatMap((report, place): FieldProblem[] => {
      const why = leftOut(report, personOf(context), context.today);
      return why === null
        ? []
        : [
            {
              pointer: `/reports/${place}`,
              code: why.code,
              message: `${report.participantName}, ${report.month}: ${why.message}`,
            },
          ];
    });
    if (refused.length === 0) return ok(reports);
    return err(
      conflict(refused, {
        code: 'notAllApprovable',
        title: {
          sv: 'Inget är godkänt. Några av rapporterna kan inte godkännas tillsammans med de andra.',
          en: 'Nothing was approved. Some of the reports cannot be approved together with the others.',
        },
      }),
    );
  },
  async write(tx, reports, _, context) {
    const { now, today } = context;
    await writeApprovals(tx, reports, { by: 'person', personId: personOf(context), now, today });
    await notifyAll(
      tx,
      reports.map((report) => approvalTold(report, now)),
    );
    return { approved: reports.length };
  },
  audit: (_, __, reports) => ({
    type: 'report',
    id: null,
    participantIds: [...new Set(reports.map(({ participantId }) => participantId))],
    detail: { reports: reports.map(({ id }) => id) },
  }),
});
