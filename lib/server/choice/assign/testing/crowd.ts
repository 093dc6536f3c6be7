import type { Database } from '#lib/server/db/client.ts';

export type CrowdSize = {
  readonly decisions: number;
  readonly areas: number;
  readonly contractsPerArea: number;
  readonly seed: number;
};

/**
 * A made-up crowd that has not chosen in time, in bulk: areas of a coarse net of places (a hundredth of a degree), so that many are
 * equally near; contracts with one to three premises, one in ten closed, with room for nine in ten of the crowd altogether.
 * Every twentieth has no known home. Decisions arrive over five days. The same seed makes the same crowd.
 */
export async function buildCrowd(owner: Database, size: CrowdSize): Promise<void> {
  const { decisions, areas, contractsPerArea, seed } = size;
  const room = Math.max(1, Math.ceil((decisions * 0.9) / (areas * contractsPerArea * 0.9)));
  await owner.$transaction(
    async (tx) => {
      // A number below p_below that follows from the seed, the row and what it is for.
      await tx.$executeRaw`CREATE FUNCTION pg_temp.pick(p_what text, p_row bigint, p_below integer) RETURNS integer LANGUAGE sql IMMUTABLE
        AS $$ SELECT (abs(hashtextextended(p_what || ' ' || p_row, current_setting('crowd.seed')::bigint) % p_below))::integer $$`;
      await tx.$executeRaw`SELECT set_config('crowd.seed', ${String(seed)}, true)`;
      await tx.$executeRaw`INSERT INTO delivery_area (id) SELECT 'Crowd ' || a FROM generate_series(1, ${areas}::int) a`;
      await tx.$executeRaw`INSERT INTO municipality (id, delivery_area_id)
        SELECT 'Crowd ' || a || 's kommun', 'Crowd ' || a FROM generate_series(1, ${areas}::int) a`;
      await tx.$executeRaw`CREATE TEMP TABLE crowd_contract ON COMMIT DROP AS
        SELECT n, (n % ${areas}) + 1 AS area, gen_random_uuid() AS provider, gen_random_uuid() AS contract
        FROM generate_series(0, ${areas * contractsPerArea - 1}::int) n`;
      await tx.$executeRaw`INSERT INTO provider (id, org_no, name) SELECT provider, lpad((5560000000 + n)::text, 10, '0'), 'Crowd ' || n FROM crowd_contract`;
      await tx.$executeRaw`INSERT INTO contract (id, ka_number, provider_id, delivery_area_id, "from", open_for_choice, capacity, languages)
        SELECT contract, lpad((30000000 + n)::text, 8, '0'), provider, 'Crowd ' || area, '2020-01-01', n % 10 <> 9,
          pg_temp.pick('capacity', n, ${2 * room}::int) + 1, '{sv}' FROM crowd_contract`;
      await tx.$executeRaw`INSERT INTO office (id, provider_id, contract_id, name, street, place, lat, lon)
        SELECT gen_random_uuid(), provider, contract, 'Kontor ' || n || '.' || o, 'Provgatan ' || o, 'Ort ' || area,
          56 + area + pg_temp.pick('office lat', n * 3 + o, 30) / 100.0, 14 + pg_temp.pick('office lon', n * 3 + o, 30) / 100.0
        FROM crowd_contract, generate_series(0, 2) o WHERE o <= pg_temp.pick('offices', n, 3)`;
      await tx.$executeRaw`CREATE TEMP TABLE crowd ON COMMIT DROP AS
        SELECT n, pg_temp.pick('area', n, ${areas}::int) + 1 AS area, gen_random_uuid() AS person, gen_random_uuid() AS participant,
          gen_random_uuid() AS decision FROM generate_series(1, ${decisions}::int) n`;
      await tx.$executeRaw`INSERT INTO person (id, given_name, family_name) SELECT person, 'Prov', 'Person ' || n FROM crowd`;
      await tx.$executeRaw`INSERT INTO membership (id, person_id, organisation, role, all_offices, valid_from)
        SELECT gen_random_uuid(), person, 'self', 'participant', false, '2020-01-01' FROM crowd`;
      await tx.$executeRaw`INSERT INTO participant (id, person_id, sex, born_in_sweden, disability_code, municipality_id, home_lat, home_lon,
          language, needs_language_support)
        SELECT participant, person, 'F', true, false, 'Crowd ' || area || 's kommun',
          CASE WHEN n % 20 <> 0 THEN 56 + area + pg_temp.pick('home lat', n, 30) / 100.0 END,
          CASE WHEN n % 20 <> 0 THEN 14 + pg_temp.pick('home lon', n, 30) / 100.0 END, 'sv', false FROM crowd`;
      await tx.$executeRaw`INSERT INTO decision (id, participant_id, level, agreement_version_id, delivery_area_id, arrived_on, choose_by)
        SELECT decision, participant, 'B', (SELECT id FROM agreement_version LIMIT 1), 'Crowd ' || area,
          date '2026-05-04' + pg_temp.pick('arrived', n, 5), '2026-05-19' FROM crowd`;
      await tx.$executeRaw`INSERT INTO service_period (id, implementation_reference, decision_id, number, "from", "to")
        SELECT gen_random_uuid(), (100000000 + (n::bigint * 7919 * 104729) % 799999999)::text, decision, 1, '2026-05-18', '2026-11-14'
        FROM crowd`;
    },
    { timeout: 300_000 },
  );
}
