import type { MarkLetterInput } from '#lib/schemas/assistance.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type LockedLetter = { readonly id: string; readonly participantId: string; readonly sent: boolean };

/** The letter about what was done for a participant, held while it is marked. */
export async function lockLetter(tx: Tx, { assistanceId }: MarkLetterInput): Promise<LockedLetter | null> {
  const [row] = await tx.$queryRaw<LockedLetter[]>`
    SELECT a.id::text, a.participant_id::text AS "participantId", a.letter_at IS NOT NULL AS sent
    FROM assistance a WHERE a.id = ${assistanceId}::uuid FOR UPDATE`;
  return row ?? null;
}
