import { readExtentPercent } from '#lib/domain/text/read-typed.ts';
import type { WantedExtentPage } from '#lib/domain/wanted-extent/wanted-extent.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { deskPerson } from '#lib/server/document/document-page.ts';
import { effectFor, placementMoney } from '#lib/server/effect/placement-effect.ts';
import { outcomePlacement } from '#lib/server/outcome/find-outcome.ts';
import { extentHistory, extentIn } from '#lib/server/wanted-extent/find-wanted-extent.ts';

type Asked = { readonly placementId: string; readonly typed: string | null };

/** How much the participant of a placement wants to work, and what the typed extent would do in kronor. */
export const showWantedExtent = defineQuery<Asked, WantedExtentPage>({
  name: 'wantedExtent.show',
  mandates: ['caseworker'],
  purpose: 'Handläggning av önskad omfattning',
  async run(tx, { placementId, typed }, { actor, today }) {
    const placement = await outcomePlacement(tx, placementId);
    const money = placement === null ? null : await placementMoney(tx, placementId, today);
    if (placement === null || money === null) return null;
    const { decisionId } = await tx.placement.findUniqueOrThrow({
      where: { id: placementId },
      select: { decisionId: true },
    });
    const history = await extentHistory(tx, decisionId);
    const percent = typed === null ? null : readExtentPercent(typed);
    return {
      placement,
      percent: extentIn(history),
      times: history.length,
      history,
      mayChange: (await deskPerson(tx, actor)).caseMandate === 'decide',
      effect: percent === null ? null : effectFor(money, { wantedExtentPercent: percent }),
    };
  },
  reads: ({ placement }) => ({
    type: 'placement',
    id: placement.placementId,
    participantIds: [placement.participantId],
  }),
});
