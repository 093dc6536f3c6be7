import {
  type CorrectionItem,
  guardDecider,
  type ListedCorrection,
  staleItems,
  staleProblem,
} from '#lib/domain/placement-correction/correction.ts';
import { type DecideCorrectionInput, decideCorrectionInput } from '#lib/schemas/placement-correction.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { applyCorrection } from '#lib/server/placement-correction/apply-correction.ts';
import { calculateItems } from '#lib/server/placement-correction/calculate-items.ts';
import { guardStatus, lockCorrection } from '#lib/server/placement-correction/correction-command.ts';
import { allItems, contentHashOf } from '#lib/server/placement-correction/find-correction.ts';
import { conflict, type FieldProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly correction: ListedCorrection;
  readonly items: readonly CorrectionItem[];
  readonly contentHash: string;
  readonly stale: readonly FieldProblem[];
};

/** Locks the placements too, so that none changes between what is shown and what is written. */
async function lockAll(
  tx: Tx,
  input: DecideCorrectionInput,
  { today }: CommandContext,
): Promise<State | null> {
  const correction = await lockCorrection(tx, input.correctionId);
  if (correction === null) return null;
  const items = await allItems(tx, correction.id);
  const contentHash = contentHashOf(correction, items);
  if (input.decision === 'decline') return { correction, items, contentHash, stale: [] };
  await tx.$queryRaw`SELECT count(*) FROM (SELECT 1 FROM placement
    WHERE id = ANY (${items.map(({ placementId }) => placementId)}::uuid[]) ORDER BY id FOR UPDATE) l`;
  return { correction, items, contentHash, stale: staleItems(items, await calculateItems(tx, items, today)) };
}

/**
 * A second person decides on a declared correction, with the e-ID again for exactly what was shown, kronor included. The
 * placements and their decisions get the level and agreement version that are right; the next statement posts the differences.
 */
export const decideCorrection = defineCommand({
  name: 'correction.decide',
  mandates: ['agreementAdmin'],
  input: decideCorrectionInput,
  lock: lockAll,
  version: ({ correction }, { version }) => ({ seen: version, current: correction.version }),
  guard: ({ correction }, _, { actor }) =>
    guardStatus(correction, 'submitted') ??
    guardDecider(correction.declaredByPersonId, actor.kind === 'person' ? actor.personId : ''),
  stepUp: ({ contentHash }, { decision }) =>
    decision === 'decide' ? { purpose: 'decideCorrection', contentHash } : null,
  decide({ contentHash, stale }, input) {
    if (input.contentHash !== contentHash) return err(conflict());
    return stale.length > 0 ? err(staleProblem(stale)) : ok(input.decision);
  },
  async write(tx, decision, { correction, contentHash }, context, { reason }) {
    const { actor, now, steppedUpAt } = context;
    const decided = decision === 'decide';
    await tx.placementCorrection.update({
      where: { id: correction.id },
      data: {
        status: decided ? 'decided' : 'declined',
        decidedByPersonId: actor.kind === 'person' ? actor.personId : null,
        decidedAt: now,
        decisionReason: reason,
        authenticatedAt: steppedUpAt ?? null,
        contentHash: decided ? contentHash : null,
        version: { increment: 1 },
      },
    });
    const participantIds = decided ? await applyCorrection(tx, correction, context) : [];
    return { correctionId: correction.id, participantIds };
  },
  audit: ({ correctionId, participantIds }, decision, { correction, contentHash }) => ({
    type: 'placementCorrection',
    id: correctionId,
    participantIds,
    detail: {
      decision,
      contentHash,
      placements: correction.placements,
      differenceOre: correction.differenceOre,
      nextOre: correction.nextOre,
    },
  }),
});
