import type { Database } from '#lib/server/db/client.ts';
import type { BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { TEST_AREA } from '#lib/server/testing/builders/reference-data.ts';

export type ManyPlacement = {
  readonly id: string;
  readonly participantId: string;
  readonly reference: string;
};

let made = 0;

/** An office's placements in bulk, each from 2 January 2026 (or `from`) with one period and a plan of every activity. */
export async function buildManyPlacements(
  owner: Database,
  office: BuiltOffice,
  count: number,
  from = '2026-01-02',
): Promise<readonly ManyPlacement[]> {
  const first = 700_000_000 + made;
  made += count;
  return await owner.$transaction(
    async (tx) => {
      await tx.$executeRaw`CREATE TEMP TABLE many ON COMMIT DROP AS SELECT n, (${first}::int + n)::text AS reference,
        gen_random_uuid() AS person, gen_random_uuid() AS participant, gen_random_uuid() AS decision, gen_random_uuid() AS placement,
        gen_random_uuid() AS plan FROM generate_series(0, ${count - 1}::int) n`;
      await tx.$executeRaw`INSERT INTO person (id, given_name, family_name) SELECT person, 'Prov', 'Person ' || n FROM many`;
      await tx.$executeRaw`INSERT INTO participant (id, person_id, sex, born_in_sweden, disability_code, language, needs_language_support)
        SELECT participant, person, 'F', true, false, 'sv', false FROM many`;
      await tx.$executeRaw`INSERT INTO decision (id, participant_id, level, agreement_version_id, delivery_area_id, arrived_on, choose_by)
        SELECT decision, participant, 'B', 'krom-exempel-1', ${TEST_AREA}, ${from}::date, ${from}::date + 7 FROM many`;
      await tx.$executeRaw`INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level,
          agreement_version_id, choice, "from", "to")
        SELECT placement, participant, decision, ${office.provider.id}::uuid, ${office.contract.id}::uuid, ${office.id}::uuid, 'B',
          'krom-exempel-1', 'active', ${from}::date, ${from}::date + 180 FROM many`;
      await tx.$executeRaw`INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
        SELECT gen_random_uuid(), reference, decision, placement, 1, ${from}::date, ${from}::date + 180 FROM many`;
      await tx.$executeRaw`INSERT INTO plan (id, placement_id, number, "from", goal) SELECT plan, placement, 1, ${from}::date, 'Arbete' FROM many`;
      await tx.$executeRaw`INSERT INTO plan_activity (plan_id, activity)
        SELECT plan, a FROM many, unnest(enum_range(NULL::activity_category)) a`;
      return await tx.$queryRaw<ManyPlacement[]>`
        SELECT placement::text AS id, participant::text AS "participantId", reference FROM many ORDER BY n`;
    },
    { timeout: 60_000 },
  );
}
