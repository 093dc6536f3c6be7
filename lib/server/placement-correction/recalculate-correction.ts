import { type SeenCorrectionInput, seenCorrectionInput } from '#lib/schemas/placement-correction.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { calculateItems, storeKronor } from '#lib/server/placement-correction/calculate-items.ts';
import {
  aboutCorrection,
  guardStatus,
  lockCorrection,
} from '#lib/server/placement-correction/correction-command.ts';
import { allItems } from '#lib/server/placement-correction/find-correction.ts';
import { ok } from '#lib/shared/result.ts';

/** Calculates the kronor of a correction as they are today. Which placements, and from what to what, stays. */
export const recalculateCorrection = defineCommand({
  name: 'correction.recalculate',
  mandates: ['agreementAdmin'],
  input: seenCorrectionInput,
  lock: (tx, { correctionId }: SeenCorrectionInput) => lockCorrection(tx, correctionId),
  version: (correction, { version }) => ({ seen: version, current: correction.version }),
  guard: (correction) => guardStatus(correction, 'draft', 'submitted'),
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { id }, { today }) {
    await storeKronor(tx, id, await calculateItems(tx, await allItems(tx, id), today), today);
    return { correctionId: id };
  },
  audit: (_, __, correction) => aboutCorrection(correction),
});
