import { type SeenCorrectionInput, seenCorrectionInput } from '#lib/schemas/placement-correction.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import {
  aboutCorrection,
  guardDeclarer,
  guardStatus,
  lockCorrection,
} from '#lib/server/placement-correction/correction-command.ts';
import { ok } from '#lib/shared/result.ts';

/** Hands a correction over for a second person's decision. From now on it says what it says. */
export const submitCorrection = defineCommand({
  name: 'correction.submit',
  mandates: ['agreementAdmin'],
  input: seenCorrectionInput,
  lock: (tx, { correctionId }: SeenCorrectionInput) => lockCorrection(tx, correctionId),
  version: (correction, { version }) => ({ seen: version, current: correction.version }),
  guard: (correction, _, context) => guardStatus(correction, 'draft') ?? guardDeclarer(correction, context),
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { id }, { now }) {
    await tx.placementCorrection.update({
      where: { id },
      data: { status: 'submitted', submittedAt: now, version: { increment: 1 } },
    });
    return { correctionId: id };
  },
  audit: (_, __, correction) => aboutCorrection(correction),
});
