import { PRESENT_FOR_SECONDS, type Present } from '#lib/domain/review/presence.ts';
import type { CaseInput, PresenceInput } from '#lib/schemas/review-bench.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/**
 * Says that a reviewer has a case open, and who else does: one statement, asked every few seconds by every open page. Who has been
 * away for a while has opened it anew.
 */
async function beat(
  tx: Tx,
  { kind, id }: CaseInput,
  personId: string,
  now: Date,
): Promise<readonly Present[]> {
  const since = new Date(now.getTime() - PRESENT_FOR_SECONDS * 1000);
  return await tx.$queryRaw<Present[]>`
    WITH mine AS (INSERT INTO review_presence AS p (kind, subject_id, person_id, opened_at, beat_at)
      VALUES (${kind}, ${id}::uuid, ${personId}::uuid, ${now}, ${now})
      ON CONFLICT (kind, subject_id, person_id) DO UPDATE
        SET beat_at = excluded.beat_at, opened_at = CASE WHEN p.beat_at < ${since} THEN excluded.opened_at ELSE p.opened_at END
      RETURNING 1)
    SELECT p.person_id::text AS "personId", n.given_name || ' ' || n.family_name AS name, to_json(p.opened_at) #>> '{}' AS "openedAt"
    FROM review_presence p JOIN person n ON n.id = p.person_id
    WHERE p.kind = ${kind} AND p.subject_id = ${id}::uuid AND p.person_id <> ${personId}::uuid AND p.beat_at >= ${since}
      AND EXISTS (SELECT 1 FROM mine) ORDER BY p.opened_at, p.person_id`;
}

/** Who else has the case open. Shows no participant: it is not logged. */
export const casePresence = defineQuery<PresenceInput, readonly Present[]>({
  name: 'review.presence',
  mandates: ['reviewer'],
  purpose: 'Granskning',
  run: async (tx, { kind, id, leave }, { actor, now }) => {
    if (actor.kind !== 'person') return null;
    const { personId } = actor;
    if (!leave) return await beat(tx, { kind, id }, personId, now);
    await tx.reviewPresence.deleteMany({ where: { kind, subjectId: id, personId } });
    return [];
  },
  reads: () => null,
});
