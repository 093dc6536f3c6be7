import { type DiscardMonthDraftInput, discardMonthDraftInput } from '#lib/schemas/report.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { deleteDraft, lockDraftVersion } from '#lib/server/month/month-draft.ts';
import { lockPlacements, type WorkedPlacement } from '#lib/server/plan/lock-placement.ts';
import { ok } from '#lib/shared/result.ts';

type State = { readonly placement: WorkedPlacement; readonly version: number };

/** Puts a draft away: the month starts over from the log, or is left to what the provider's own system sends. */
export const discardMonthDraft = defineCommand({
  name: 'month.discardDraft',
  mandates: ['coach', 'reporter', 'signatory'],
  input: discardMonthDraftInput,
  async lock(tx, input: DiscardMonthDraftInput, { actor }): Promise<State | null> {
    const locked = await lockPlacements(tx, [input.placementId], actor);
    const version = await lockDraftVersion(tx, input);
    const [placement] = locked ?? [];
    return placement === undefined || version === 0 ? null : { placement, version };
  },
  version: (state, { version }) => ({ seen: version, current: state.version }),
  guard: () => null,
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, __, ___, input) {
    await deleteDraft(tx, input);
    return { placementId: input.placementId, month: input.month };
  },
  audit: ({ placementId, month }, _, { placement }) => ({
    type: 'month',
    id: placementId,
    participantIds: [placement.participantId],
    detail: { month },
  }),
});
