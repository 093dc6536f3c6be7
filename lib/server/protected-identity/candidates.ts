import type { ProtectedView } from '#lib/domain/protected-identity/protected-identity.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Who can be named: those at the participant's offices who work with participants, and those who review and handle cases. */
export async function candidatesFor(
  tx: Tx,
  participantId: string,
  today: PlainDate,
): Promise<ProtectedView['candidates']> {
  return await tx.$queryRaw<{ personId: string; name: string; organisation: string }[]>`
    SELECT DISTINCT n.id::text AS "personId", n.given_name || ' ' || n.family_name AS name,
      coalesce(v.name, 'Arbetsförmedlingen') AS organisation
    FROM membership m JOIN person n ON n.id = m.person_id LEFT JOIN provider v ON v.id = m.provider_id
    WHERE m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date) AND NOT n.protected
      AND ((m.organisation = 'authority' AND m.role IN ('reviewer', 'caseworker'))
        OR (m.role IN ('coach', 'intake', 'reporter', 'signatory') AND EXISTS (SELECT 1 FROM placement l
          WHERE l.participant_id = ${participantId}::uuid AND l.provider_id = m.provider_id AND l.cancelled_at IS NULL
            AND coalesce(l."end", l."to") > ${today}::date
            AND (m.all_offices OR EXISTS (SELECT 1 FROM membership_office o WHERE o.membership_id = m.id AND o.office_id = l.office_id)))))
      AND NOT EXISTS (SELECT 1 FROM protected_access a WHERE a.participant_id = ${participantId}::uuid AND a.person_id = n.id)
    ORDER BY 3, 2`;
}
