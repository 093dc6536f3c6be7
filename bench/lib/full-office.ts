import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** An office of the provider that the named person attests for. */
export type FullOffice = { readonly id: string; readonly placements: readonly string[] };

/**
 * An office with as many participants, all of them there for the month from `from`, each with a plan of every activity
 * and nothing reported: everything that is pasted is new. Beside an office that is there, in its area, on its terms.
 */
export async function openFullOffice(
  owner: Client,
  { signatory, participants, from }: { signatory: string; participants: number; from: PlainDate },
): Promise<FullOffice> {
  const id = randomUUID();
  await owner.query('BEGIN');
  await owner.query(
    `INSERT INTO office (id, name, provider_id, contract_id, street, place, lat, lon)
     SELECT $1, 'Mätkontoret', o.provider_id, o.contract_id, 'Mätgatan 1', o.place, o.lat, o.lon
     FROM office o JOIN membership m ON m.provider_id = o.provider_id JOIN person p ON p.id = m.person_id
     WHERE m.role = 'signatory' AND p.given_name || ' ' || p.family_name = $2
       AND EXISTS (SELECT FROM placement l WHERE l.office_id = o.id) ORDER BY o.id LIMIT 1`,
    [id, signatory],
  );
  await owner.query(
    `CREATE TEMP TABLE many ON COMMIT DROP AS SELECT n, (800000000 + n)::text AS reference, gen_random_uuid() AS person,
       gen_random_uuid() AS participant, gen_random_uuid() AS decision, gen_random_uuid() AS placement, gen_random_uuid() AS plan
     FROM generate_series(1, $1::int) n`,
    [participants],
  );
  await owner.query(
    `INSERT INTO person (id, given_name, family_name) SELECT person, 'Prov', 'Person ' || lpad(n::text, 3, '0') FROM many`,
  );
  await owner.query(
    `INSERT INTO participant (id, person_id, sex, born_in_sweden, disability_code, language, needs_language_support)
     SELECT participant, person, 'F', true, false, 'sv', false FROM many`,
  );
  const like = `FROM many, (SELECT d.delivery_area_id, l.agreement_version_id, o.provider_id, o.contract_id FROM office o
    JOIN placement l ON l.provider_id = o.provider_id JOIN decision d ON d.id = l.decision_id
    WHERE o.id = $2 ORDER BY l.id LIMIT 1) beside`;
  await owner.query(
    `INSERT INTO decision (id, participant_id, level, agreement_version_id, delivery_area_id, arrived_on, choose_by)
     SELECT decision, participant, 'B', agreement_version_id, delivery_area_id, $1::date, $1::date + 7 ${like}`,
    [from, id],
  );
  await owner.query(
    `INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level, agreement_version_id,
       choice, "from", "to")
     SELECT placement, participant, decision, provider_id, contract_id, $2::uuid, 'B', agreement_version_id, 'active', $1::date,
       $1::date + 180 ${like}`,
    [from, id],
  );
  await owner.query(
    `INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
     SELECT gen_random_uuid(), reference, decision, placement, 1, $1::date, $1::date + 180 FROM many`,
    [from],
  );
  await owner.query(
    `INSERT INTO plan (id, placement_id, number, "from", goal) SELECT plan, placement, 1, $1::date, 'Arbete' FROM many`,
    [from],
  );
  await owner.query(
    'INSERT INTO plan_activity (plan_id, activity) SELECT plan, a FROM many, unnest(enum_range(NULL::activity_category)) a',
  );
  const { rows } = await owner.query<{ id: string }>('SELECT placement::text AS id FROM many ORDER BY n');
  await owner.query('COMMIT');
  return { id, placements: rows.map((row) => row.id) };
}
