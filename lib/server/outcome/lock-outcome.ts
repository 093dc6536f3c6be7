import type { OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import type { StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findOutcome } from '#lib/server/outcome/find-outcome.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

export type LockedOutcome = StoredOutcome & { readonly participantId: string; readonly providerId: string };

/** Locks the outcome's placement against every other change of its outcomes; null where it is not seen. */
export async function lockOutcome(tx: Tx, outcomeId: string): Promise<LockedOutcome | null> {
  const [placement] = await tx.$queryRaw<{ participantId: string; providerId: string }[]>`
    SELECT p.participant_id::text AS "participantId", p.provider_id::text AS "providerId"
    FROM placement p WHERE p.id = (SELECT placement_id FROM outcome WHERE id = ${outcomeId}::uuid)
      AND ${openToNamed('p')} FOR UPDATE OF p`;
  if (placement === undefined) return null;
  const outcome = await findOutcome(tx, outcomeId);
  return outcome === null ? null : { ...outcome, ...placement };
}

/** What has been superseded or withdrawn is left as it is. */
export function guardCurrent(status: OutcomeStatus): Problem | null {
  return status === 'superseded' || status === 'withdrawn'
    ? conflict([], {
        code: 'outcomeNotCurrent',
        title: {
          sv: 'Resultatet är ersatt eller återtaget.',
          en: 'The outcome has been superseded or withdrawn.',
        },
      })
    : null;
}
