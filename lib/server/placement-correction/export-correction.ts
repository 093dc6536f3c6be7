import type { ShownItem } from '#lib/domain/placement-correction/correction.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findCorrection, shownItems } from '#lib/server/placement-correction/find-correction.ts';

/** Every placement of a correction, for a file. */
export const exportCorrection = defineQuery<{ readonly correctionId: string }, readonly ShownItem[]>({
  name: 'correction.export',
  mandates: ['agreementAdmin', 'auditor'],
  purpose: 'Rättelse av placeringar',
  async run(tx, { correctionId }) {
    return (await findCorrection(tx, correctionId)) === null
      ? null
      : await shownItems(tx, correctionId, null);
  },
  reads: (items, { correctionId }) => ({
    type: 'placementCorrection',
    id: correctionId,
    participantIds: [...new Set(items.map(({ participantId }) => participantId))],
  }),
});
