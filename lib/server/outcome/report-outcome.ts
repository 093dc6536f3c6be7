import { refuseReporting, settleReport } from '#lib/domain/outcome/report-outcome.ts';
import { type ReportOutcomeInput, reportOutcomeInput } from '#lib/schemas/outcome.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { insertOutcome } from '#lib/server/outcome/insert-outcome.ts';
import { OUTCOME_REPORTERS, reportingOf } from '#lib/server/outcome/reporting.ts';

/** The provider reports an outcome whose signal is confirmed, or puts its report right: a new version takes its place. */
export const reportOutcome = defineCommand({
  name: 'outcome.report',
  mandates: OUTCOME_REPORTERS,
  input: reportOutcomeInput,
  async lock(tx, { placementId }: ReportOutcomeInput, { actor }) {
    const placement = await lockDocumentPlacement(tx, placementId, actor);
    return placement === null ? null : { placement, ...(await reportingOf(tx, placementId)) };
  },
  version: ({ current }, { replacesId, version }) =>
    current === null || replacesId === null ? null : { seen: version, current: current.version },
  guard: (reporting, { replacesId }) => refuseReporting(reporting, replacesId),
  stepUp: () => null,
  decide: (reporting, typed, { today }) => settleReport(typed, reporting, today),
  async write(tx, content, { placement, current }, { actor, now }) {
    const { placementId } = placement;
    const submittedByPersonId = actor.kind === 'person' ? actor.personId : null;
    if (current !== null)
      await tx.outcome.update({
        where: { id: current.id },
        data: { status: 'superseded', version: { increment: 1 } },
      });
    const given = { placementId, content, supersedesId: current?.id ?? null, submittedByPersonId, now };
    const outcomeId = await insertOutcome(tx, given);
    await tx.outcomeDraft.deleteMany({ where: { placementId } });
    await notify(tx, {
      event: 'outcomeReportArrived',
      to: { kind: 'authorityRole', role: 'reviewer' },
      about: { placementId, subject: { type: 'outcome', id: outcomeId }, path: '/review/outcomes' },
      now,
    });
    return { outcomeId, placementId };
  },
  audit: ({ outcomeId, placementId }, content, { placement, current }) => ({
    type: 'outcome',
    id: outcomeId,
    participantIds: [placement.participantId],
    detail: { placementId, supersedes: current?.id ?? null, type: content.type, from: content.from },
  }),
});
