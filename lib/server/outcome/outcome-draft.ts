import { flattenFields } from '#lib/domain/document/draft-values.ts';
import {
  type DiscardOutcomeDraftInput,
  discardOutcomeDraftInput,
  type SaveOutcomeDraftInput,
  saveOutcomeDraftInput,
} from '#lib/schemas/outcome.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { OUTCOME_REPORTERS } from '#lib/server/outcome/reporting.ts';
import { ok } from '#lib/shared/result.ts';

/** Keeps an outcome report that is being written, valid or not: one for each placement. */
export const saveOutcomeDraft = defineCommand({
  name: 'outcome.saveDraft',
  mandates: OUTCOME_REPORTERS,
  input: saveOutcomeDraftInput,
  async lock(tx, { placementId }: SaveOutcomeDraftInput, { actor }) {
    const placement = await lockDocumentPlacement(tx, placementId, actor);
    if (placement === null) return null;
    return { placement, draft: await tx.outcomeDraft.findUnique({ where: { placementId } }) };
  },
  version: ({ draft }, { draftVersion }) => ({ seen: draftVersion, current: draft?.version ?? 0 }),
  guard: () => null,
  stepUp: () => null,
  decide: (_, { type, from, appliedOn, spells }) => ok(flattenFields({ type, from, appliedOn, spells })),
  async write(tx, values, { placement: { placementId } }, { actor, now }, { replacesId }) {
    const saved = { values, savedByPersonId: monthActor(actor).personId, savedAt: now };
    const { version } = await tx.outcomeDraft.upsert({
      where: { placementId },
      create: { placementId, ...saved },
      update: { ...saved, version: { increment: 1 } },
    });
    return { placementId, replacesId, draftVersion: version };
  },
  audit: ({ placementId }, _, { placement }) => ({
    type: 'outcomeDraft',
    id: placementId,
    participantIds: [placement.participantId],
  }),
});

/** Throws the draft of an outcome report away. */
export const discardOutcomeDraft = defineCommand({
  name: 'outcome.discardDraft',
  mandates: OUTCOME_REPORTERS,
  input: discardOutcomeDraftInput,
  lock: (tx, { placementId }: DiscardOutcomeDraftInput, { actor }) =>
    lockDocumentPlacement(tx, placementId, actor),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (_, { placementId }) => ok({ placementId }),
  async write(tx, { placementId }) {
    await tx.outcomeDraft.deleteMany({ where: { placementId } });
    return { placementId };
  },
  audit: ({ placementId }, _, { participantId }) => ({
    type: 'outcomeDraft',
    id: placementId,
    participantIds: [participantId],
  }),
});
