import type { CorrectionStatus, ListedCorrection } from '#lib/domain/placement-correction/correction.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findCorrection } from '#lib/server/placement-correction/find-correction.ts';
import { conflict, forbidden, type Problem } from '#lib/shared/problem.ts';
import type { CommandContext } from '#lib/server/command/command.ts';

/** Locks a correction against every other change of it; null where it is not seen. */
export async function lockCorrection(tx: Tx, correctionId: string): Promise<ListedCorrection | null> {
  await tx.$queryRaw`SELECT 1 FROM placement_correction WHERE id = ${correctionId}::uuid FOR UPDATE`;
  return await findCorrection(tx, correctionId);
}

/** Whether the correction stands where the command needs it. */
export function guardStatus(
  { status }: ListedCorrection,
  ...allowed: readonly CorrectionStatus[]
): Problem | null {
  return allowed.includes(status)
    ? null
    : conflict([], {
        code: 'correctionNotOpen',
        title: {
          sv: 'Rättelsen är redan skickad, avgjord eller återtagen.',
          en: 'The correction has already been submitted, decided or withdrawn.',
        },
      });
}

/** A declared correction is its declarer's to submit or withdraw. */
export function guardDeclarer(
  { declaredByPersonId }: ListedCorrection,
  { actor }: CommandContext,
): Problem | null {
  return actor.kind === 'person' && actor.personId === declaredByPersonId
    ? null
    : forbidden([
        {
          pointer: '',
          code: 'notDeclarer',
          message: 'Bara den som har anmält rättelsen kan göra det här.',
        },
      ]);
}

/** Words of the log about a change of a correction. */
export function aboutCorrection({ id }: ListedCorrection, detail: Readonly<Record<string, unknown>> = {}) {
  return { type: 'placementCorrection', id, participantIds: [], detail };
}
