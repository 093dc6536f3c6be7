import { type SeenCorrectionInput, seenCorrectionInput } from '#lib/schemas/placement-correction.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import {
  aboutCorrection,
  guardDeclarer,
  guardStatus,
  lockCorrection,
} from '#lib/server/placement-correction/correction-command.ts';
import { ok } from '#lib/shared/result.ts';

/** Takes a correction back before it is decided. It stays to be read. */
export const withdrawCorrection = defineCommand({
  name: 'correction.withdraw',
  mandates: ['agreementAdmin'],
  input: seenCorrectionInput,
  lock: (tx, { correctionId }: SeenCorrectionInput) => lockCorrection(tx, correctionId),
  version: (correction, { version }) => ({ seen: version, current: correction.version }),
  guard: (correction, _, context) =>
    guardStatus(correction, 'draft', 'submitted') ?? guardDeclarer(correction, context),
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { id }) {
    await tx.placementCorrection.update({
      where: { id },
      data: { status: 'withdrawn', version: { increment: 1 } },
    });
    return { correctionId: id };
  },
  audit: (_, __, correction) => aboutCorrection(correction),
});
