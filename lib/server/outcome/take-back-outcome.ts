import { mayTakeBack } from '#lib/domain/outcome/report-outcome.ts';
import { type TakeBackOutcomeInput, takeBackOutcomeInput } from '#lib/schemas/outcome.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { findOutcome } from '#lib/server/outcome/find-outcome.ts';
import { OUTCOME_REPORTERS } from '#lib/server/outcome/reporting.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

/** The provider takes a report back before anybody has decided on it; after that it is put right. */
export const takeBackOutcome = defineCommand({
  name: 'outcome.takeBack',
  mandates: OUTCOME_REPORTERS,
  input: takeBackOutcomeInput,
  async lock(tx, { outcomeId }: TakeBackOutcomeInput, { actor }) {
    const before = await findOutcome(tx, outcomeId);
    const placement = before === null ? null : await lockDocumentPlacement(tx, before.placementId, actor);
    const outcome = placement === null ? null : await findOutcome(tx, outcomeId);
    if (placement === null || outcome === null) return null;
    return { outcome, placement, decisions: await tx.outcomeDecision.count({ where: { outcomeId } }) };
  },
  version: ({ outcome }, { version }) => ({ seen: version, current: outcome.version }),
  guard: ({ outcome, decisions }) =>
    mayTakeBack(outcome.status, decisions)
      ? null
      : conflict([], {
          code: 'outcomeDecided',
          title: {
            sv: 'Någon har redan beslutat om redovisningen. Rätta den i stället.',
            en: 'Somebody has already decided on the report. Correct it instead.',
          },
        }),
  stepUp: () => null,
  decide: (_, { outcomeId }) => ok({ outcomeId }),
  async write(tx, { outcomeId }, { placement }) {
    await tx.outcome.update({
      where: { id: outcomeId },
      data: { status: 'withdrawn', version: { increment: 1 } },
    });
    return { outcomeId, placementId: placement.placementId };
  },
  audit: ({ outcomeId, placementId }, _, { placement }) => ({
    type: 'outcome',
    id: outcomeId,
    participantIds: [placement.participantId],
    detail: { placementId },
  }),
});
