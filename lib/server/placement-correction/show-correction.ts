import type { CorrectionPage } from '#lib/domain/placement-correction/correction.ts';
import type { CorrectionPageInput } from '#lib/schemas/placement-correction.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import {
  allItems,
  contentHashOf,
  findCorrection,
  providerSums,
  shownItems,
} from '#lib/server/placement-correction/find-correction.ts';

const PAGE_SIZE = 50;

/** A correction with its kronor: in all, by provider, and placement by placement. */
export const showCorrection = defineQuery<CorrectionPageInput, CorrectionPage>({
  name: 'correction.show',
  mandates: ['agreementAdmin', 'auditor'],
  purpose: 'Rättelse av placeringar',
  async run(tx, { correctionId, page }, { actor, today }) {
    const correction = await findCorrection(tx, correctionId);
    if (correction === null) return null;
    return {
      today,
      correction,
      byProvider: await providerSums(tx, correctionId),
      items: await shownItems(tx, correctionId, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      page,
      pageSize: PAGE_SIZE,
      contentHash: contentHashOf(correction, await allItems(tx, correctionId)),
      ownDeclaration: actor.kind === 'person' && actor.personId === correction.declaredByPersonId,
    };
  },
  reads: ({ correction, items }) => ({
    type: 'placementCorrection',
    id: correction.id,
    participantIds: [...new Set(items.map(({ participantId }) => participantId))],
  }),
});
