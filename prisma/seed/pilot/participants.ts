import type { Client } from 'pg';
import type { DemoPerson } from '#prisma/seed/people/seed-person.ts';

/** A coach gets every other placement of the office; the rest are still without one. */
export async function giveCoach(client: Client, coachPersonId: string, officeId: string): Promise<void> {
  await client.query(
    `UPDATE placement SET coach_person_id = $1, version = version + 1 WHERE id IN (
       SELECT id FROM (SELECT l.id, row_number() OVER (ORDER BY s.implementation_reference) AS n
         FROM placement l JOIN service_period s ON s.placement_id = l.id WHERE l.office_id = $2) AS listed WHERE n % 2 = 0)`,
    [coachPersonId, officeId],
  );
}

/** One participant with protected identity at the office has people named for them. */
export async function nameForProtected(
  client: Client,
  officeId: string,
  personIds: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO protected_access (person_id, participant_id)
     SELECT unnest($1::uuid[]), participant_id FROM (
       SELECT l.participant_id FROM placement l JOIN service_period s ON s.placement_id = l.id
       WHERE l.protected AND l.office_id = $2 ORDER BY s.implementation_reference LIMIT 1) AS one`,
    [personIds, officeId],
  );
}

const FOUND = `
  SELECT DISTINCT ON (a.id) s.implementation_reference AS reference, p.given_name AS "givenName", p.family_name AS "familyName",
    i.identity_number AS "identityNumber", p.locale
  FROM participant a
  JOIN person p ON p.id = a.person_id AND NOT p.protected
  JOIN person_identity i ON i.person_id = p.id
  JOIN decision d ON d.participant_id = a.id
  JOIN service_period s ON s.decision_id = d.id
  LEFT JOIN placement l ON l.id = s.placement_id`;

type Found = Pick<DemoPerson, 'identityNumber' | 'locale'> & {
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
};

const KINDS = [
  { where: 'l.id IS NULL', description: 'Har ett beslut men har inte valt leverantör.' },
  {
    where: `EXISTS (SELECT FROM report r WHERE r.placement_id = l.id) AND l."end" IS NULL AND s.number = 1`,
    description: 'Deltar, och kan läsa vad som har rapporterats.',
  },
  { where: `l.end_reason = 'switch'`, description: 'Har bytt leverantör.' },
  { where: `l.end_reason = 'outcome'`, description: 'Avslutade insatsen med arbete eller studier.' },
] as const;

/** Participants of the pilot in different situations: the first of each kind by reference. */
export async function findPilotParticipants(client: Client): Promise<readonly DemoPerson[]> {
  const persons: DemoPerson[] = [];
  for (const { where, description } of KINDS) {
    const { rows } = await client.query<Found>(
      `SELECT * FROM (${FOUND} WHERE ${where} ORDER BY a.id, s.implementation_reference) AS found ORDER BY reference LIMIT 1`,
    );
    for (const { reference, givenName, familyName, ...found } of rows) {
      const name = `${givenName} ${familyName}`;
      const organisation = 'Deltagare';
      persons.push({
        ...found,
        subject: `deltagare-${reference}`,
        name,
        role: 'participant',
        organisation,
        description,
      });
    }
  }
  return persons;
}
