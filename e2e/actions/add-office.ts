import { changeRows, rowsOf } from '../database.ts';

export type AddedOffice = {
  readonly id: string;
  /** Implementation references in the order of names. */
  readonly references: readonly string[];
};

type Wanted = {
  /** The data folder of the portal. */
  readonly folder: string;
  /** Somebody at the provider who works at all its offices. */
  readonly familyName: string;
  readonly name: string;
  readonly participants: number;
  /** The first of as many references that nobody else has. */
  readonly firstReference: number;
  readonly month: string;
};

/**
 * Adds an office to a provider of the demo, with participants who were there the whole month by a plan of every activity.
 * Nothing is logged for them. Written as the database's owner: a provider of this size has grown over years.
 */
export async function addOffice(wanted: Wanted): Promise<AddedOffice> {
  const { folder, familyName, name, participants, firstReference, month } = wanted;
  const first = `date '${month}-01' - 20`;
  await changeRows(
    `BEGIN;
    CREATE TEMP TABLE like_office ON COMMIT DROP AS SELECT o.*, p.agreement_version_id, c.delivery_area_id FROM office o
      JOIN contract c ON c.id = o.contract_id JOIN placement p ON p.office_id = o.id
      JOIN membership m ON m.provider_id = o.provider_id AND m.all_offices JOIN person n ON n.id = m.person_id
      WHERE n.family_name = '${familyName}' LIMIT 1;
    CREATE TEMP TABLE many ON COMMIT DROP AS SELECT n, (${firstReference} + n)::text AS reference, gen_random_uuid() AS person,
      gen_random_uuid() AS participant, gen_random_uuid() AS decision, gen_random_uuid() AS placement, gen_random_uuid() AS plan,
      gen_random_uuid() AS office FROM generate_series(0, ${participants - 1}) n;
    UPDATE many SET office = (SELECT office FROM many WHERE n = 0);
    INSERT INTO office (id, provider_id, contract_id, main, name, street, place, lat, lon, forms, accessibility)
      SELECT m.office, o.provider_id, o.contract_id, false, '${name}', o.street, o.place, o.lat, o.lon, o.forms, o.accessibility
      FROM like_office o, many m WHERE m.n = 0;
    INSERT INTO person (id, given_name, family_name) SELECT person, 'Prov', 'Provsson ' || to_char(n, 'FM0000') FROM many;
    INSERT INTO participant (id, person_id, sex, born_in_sweden, disability_code, language, needs_language_support)
      SELECT participant, person, 'F', true, false, 'sv', false FROM many;
    INSERT INTO decision (id, participant_id, level, agreement_version_id, delivery_area_id, arrived_on, choose_by)
      SELECT m.decision, m.participant, 'B', o.agreement_version_id, o.delivery_area_id, ${first}, ${first} + 7 FROM many m, like_office o;
    INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level, agreement_version_id, choice, "from", "to")
      SELECT m.placement, m.participant, m.decision, o.provider_id, o.contract_id, m.office, 'B', o.agreement_version_id, 'active', ${first}, ${first} + 180
      FROM many m, like_office o;
    INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
      SELECT gen_random_uuid(), reference, decision, placement, 1, ${first}, ${first} + 180 FROM many;
    INSERT INTO plan (id, placement_id, number, "from", goal) SELECT plan, placement, 1, ${first}, 'Arbete' FROM many;
    INSERT INTO plan_activity (plan_id, activity) SELECT plan, a FROM many, unnest(enum_range(NULL::activity_category)) a;
    COMMIT`,
    folder,
  );
  const rows = await rowsOf<{ office: string; reference: string }>(
    `SELECT p.office_id::text AS office, s.implementation_reference AS reference FROM service_period s JOIN placement p ON p.id = s.placement_id
      WHERE s.implementation_reference BETWEEN $1 AND $2 ORDER BY 2`,
    [String(firstReference), String(firstReference + participants - 1)],
    folder,
  );
  return { id: rows[0]?.office ?? '', references: rows.map(({ reference }) => reference) };
}
