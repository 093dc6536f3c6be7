import { mayTakeBack } from '#lib/domain/outcome/report-outcome.ts';
import { type TakeBackOutcomeInput, takeBackOutcomeInput } from '#lib/schemas/outcome.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { findOutcome } from '#lib/server/outcome/find-outcome.ts';
import { isReportedByOwn, OUTCOME_REPORTERS } from '#lib/server/outcome/reporting.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

const DECIDED = {
  code: 'outcomeDecided',
  title: {
    sv: 'Någon har redan beslutat om redovisningen. Rätta den i stället.',
    en: 'Somebody has already decided on the report. Correct it instead.',
  },
};
const NOT_OWN = {
  code: 'outcomeNotOwn',
  title: {
    sv: 'En handläggare har skrivit in resultatet. Rätta det i stället, eller be handläggaren att ta tillbaka det.',
    en: 'A caseworker wrote the outcome down. Correct it instead, or ask the caseworker to take it back.',
  },
};

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
    const decisions = await tx.outcomeDecision.count({ where: { outcomeId } });
    return { outcome, placement, decisions, isOwn: await isReportedByOwn(tx, outcome) };
  },
  version: ({ outcome }, { version }) => ({ seen: version, current: outcome.version }),
  guard: ({ outcome: { status }, decisions, isOwn }) =>
    mayTakeBack({ status, decisions, isOwn }) ? null : conflict([], isOwn ? DECIDED : NOT_OWN),
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
