import type { Client } from 'pg';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Whose data somebody may meet at all, worked out from the facts alone and not by the portal's policies. */
export type Relations = {
  /** Participants with whom there is a relation: served at one's offices, oneself, or a case of the authority's. */
  readonly related: ReadonlySet<string>;
  /** Of those with protected identity, whom one is named for, or is. */
  readonly named: ReadonlySet<string>;
};

/** Everybody who can log in today, as actors; of participants those that are asked for. */
export async function findActors(owner: Client, today: PlainDate): Promise<readonly PersonActor[]> {
  const { rows } = await owner.query<PersonActor>(
    `SELECT 'person' AS kind, m.person_id::text AS "personId", m.id::text AS "membershipId", m.id::text AS "sessionId", p.given_name AS "givenName",
       p.family_name AS "familyName", 'sv' AS locale, 'eid' AS assurance, '' AS "authenticatedAt", m.role, m.organisation,
       m.provider_id::text AS "providerId", coalesce(v.name, '') AS "providerName", a.id::text AS "participantId",
       CASE WHEN m.organisation = 'authority' OR m.all_offices THEN '"all"'::jsonb ELSE to_jsonb(ARRAY(SELECT o.office_id::text FROM membership_office o
         WHERE o.membership_id = m.id)) END AS "officeScope"
     FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN provider v ON v.id = m.provider_id LEFT JOIN participant a ON a.person_id = p.id
     WHERE m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to > $1) ORDER BY m.organisation, m.role, m.id`,
    [today],
  );
  return rows;
}

export async function relationsOf(owner: Client, actor: PersonActor): Promise<Relations> {
  const { rows: named } = await owner.query<{ id: string }>(
    `SELECT participant_id::text AS id FROM protected_access WHERE person_id = $1 UNION SELECT id::text FROM participant WHERE person_id = $1`,
    [actor.personId],
  );
  const { rows: related } = await owner.query<{ id: string }>(
    actor.organisation === 'self'
      ? `SELECT id::text FROM participant WHERE person_id = $1`
      : actor.organisation === 'authority'
        ? `SELECT id::text FROM participant WHERE $1 <> ''`
        : `SELECT DISTINCT l.participant_id::text AS id FROM placement l JOIN membership m ON m.id = $1 AND m.provider_id = l.provider_id
           WHERE m.all_offices OR EXISTS (SELECT 1 FROM membership_office o WHERE o.membership_id = m.id AND o.office_id = l.office_id)`,
    [actor.organisation === 'provider' ? actor.membershipId : actor.personId],
  );
  return { related: new Set(related.map(({ id }) => id)), named: new Set(named.map(({ id }) => id)) };
}

/** Whether one may meet a participant's canary. */
export function mayMeet(
  { related, named }: Relations,
  participantId: string,
  protectedIds: ReadonlySet<string>,
): boolean {
  return related.has(participantId) && (!protectedIds.has(participantId) || named.has(participantId));
}
