import type { AskedSpell } from '#lib/domain/evidence/confirmation.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type LockedConfirmation = AskedSpell & {
  readonly id: string;
  readonly placementId: string;
  readonly participantId: string;
  readonly outcomeId: string;
  readonly email: string;
  readonly contactName: string;
  readonly locale: string;
  readonly endedAs: 'revoked' | 'replaced' | null;
  readonly answered: boolean;
};

/** A question with its placement held, as those who asked it see it; null where they do not. */
export async function lockConfirmation(tx: Tx, confirmationId: string): Promise<LockedConfirmation | null> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM placement p WHERE p.id = (SELECT placement_id FROM employer_confirmation WHERE id = ${confirmationId}::uuid) FOR UPDATE`;
  if (held.length === 0) return null;
  const [confirmation] = await queryJson<LockedConfirmation>(
    tx,
    Prisma.sql`
    SELECT c.id, c.placement_id AS "placementId", p.participant_id AS "participantId", c.outcome_id AS "outcomeId", c."from", c."to",
      c.extent_percent AS "extentPercent", c.employer_org_no AS "employerOrgNo", c.employer_name AS "employerName", c.email,
      c.contact_name AS "contactName", c.locale, c.ended_as AS "endedAs",
      EXISTS (SELECT 1 FROM employer_answer a WHERE a.confirmation_id = c.id) AS answered
    FROM employer_confirmation c JOIN placement p ON p.id = c.placement_id WHERE c.id = ${confirmationId}::uuid`,
  );
  return confirmation ?? null;
}
