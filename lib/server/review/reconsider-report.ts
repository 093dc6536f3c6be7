import { replyBy } from '#lib/domain/review/last-days.ts';
import { type ReconsiderableReport, reconsiderReport } from '#lib/domain/review/reopen-report.ts';
import { type ReconsiderInput, reconsiderInput } from '#lib/schemas/review.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { lockOwnReport } from '#lib/server/review/lock-own-report.ts';
import type { LockedReport } from '#lib/server/review/lock-report.ts';
import { writeReopening } from '#lib/server/review/reopen-report.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Standing = {
  readonly decidedOn: PlainDate | null;
  readonly hasRows: boolean;
  readonly reconsidered: boolean;
};

/** The decision that stands on a report, as the provider that wants it reconsidered has to know it. */
export async function reconsiderableReport(
  tx: Tx,
  { id, status, decision, decisionId }: Pick<LockedReport, 'id' | 'status' | 'decision' | 'decisionId'>,
): Promise<ReconsiderableReport> {
  const [found] = await tx.$queryRaw<Standing[]>`
    SELECT (d.decided_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "decidedOn",
      EXISTS (SELECT 1 FROM review_decision_row x WHERE x.decision_id = d.id) AS "hasRows",
      coalesce((SELECT o.kind = 'reconsideration' FROM report_reopening o WHERE o.report_id = ${id}::uuid AND o.reopened_at <= d.decided_at
        ORDER BY o.reopened_at DESC LIMIT 1), false) AS reconsidered
    FROM review_decision d WHERE d.id = ${decisionId}::uuid`;
  const decidedOn = found?.decidedOn ?? null;
  const terms = decidedOn === null ? null : await termsInForce(tx, decidedOn);
  return {
    status,
    decision: decision === 'approve' && found?.hasRows === true ? 'approveFewer' : decision,
    askBy: decidedOn === null || terms === null ? null : replyBy(decidedOn, terms),
    reconsidered: found?.reconsidered ?? false,
  };
}

/** Asks for a rejection, or for fewer minutes, to be reconsidered by another reviewer. The decision stands until then. */
export const askForReconsideration = defineCommand({
  name: 'report.askReconsideration',
  mandates: ['coach', 'reporter', 'signatory'],
  input: reconsiderInput,
  async lock(tx, { reportId }: ReconsiderInput, { actor }) {
    const report = await lockOwnReport(tx, actor, reportId);
    return report === null ? null : { report, standing: await reconsiderableReport(tx, report) };
  },
  version: ({ report }, { version }) => ({ seen: version, current: report.version }),
  guard: () => null,
  stepUp: () => null,
  decide: ({ standing }, _, { today }) => reconsiderReport(standing, today),
  async write(tx, _, { report }, context, { text }) {
    await writeReopening(
      tx,
      { kind: 'reconsideration', reason: text, takenByPersonId: null },
      report,
      context,
    );
    await notify(tx, {
      event: 'reconsiderationAsked',
      to: { kind: 'authorityRole', role: 'reviewer' },
      about: {
        placementId: report.placementId,
        subject: { type: 'report', id: report.id },
        path: '/review',
        gathered: true,
      },
      now: context.now,
    });
    return { reportId: report.id, version: report.version + 1 };
  },
  audit: ({ reportId }, _, { report: { participantId, month } }) => ({
    type: 'report',
    id: reportId,
    participantIds: [participantId],
    detail: { month },
  }),
});
