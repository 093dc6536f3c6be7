import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import type { Database } from '#lib/server/db/client.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** Of unequal size: the largest has some eight times as many placements as the median. */
export const PROVIDERS = 150;

const REFERENCE = `
  INSERT INTO delivery_area (id) VALUES ('Bänk');
  INSERT INTO provider (id, org_no, name) SELECT gen_random_uuid(), (5590000000 + n)::text, 'Leverantör ' || n FROM generate_series(1, ${PROVIDERS}) n;
  INSERT INTO contract (id, ka_number, provider_id, delivery_area_id, "from", open_for_choice, capacity)
    SELECT gen_random_uuid(), (10000000 + row_number() OVER (ORDER BY org_no))::text, id, 'Bänk', '2020-01-01', true, 100000 FROM provider;
  INSERT INTO office (id, provider_id, contract_id, name, street, place, lat, lon)
    SELECT gen_random_uuid(), provider_id, id, 'Kontor', 'Gatan 1', 'Orten', 59, 15 FROM contract;
  INSERT INTO person (id, given_name, family_name, email) SELECT id, 'Firma', 'Tecknare', 'signatory-' || org_no || '@example.se' FROM provider;
  INSERT INTO membership (id, person_id, organisation, provider_id, role, all_offices, valid_from)
    SELECT gen_random_uuid(), id, 'provider', id, 'signatory', true, '2020-01-01' FROM provider;`;

/**
 * Participants with a placement of two periods, 2025-01-01 to 2025-12-27, and a report for each month of it. A fifth have an
 * outcome, for half of whom the placement ended with it: of those that have lasted four months most are approved and
 * verified, and every other one has two jobs.
 */
function history(size: number): string {
  return `
  CREATE TEMP TABLE made ON COMMIT DROP AS SELECT n, gen_random_uuid() AS person, gen_random_uuid() AS participant, gen_random_uuid() AS decision,
    gen_random_uuid() AS placement, gen_random_uuid() AS outcome, (ARRAY['A', 'B', 'C'])[1 + floor(random() * 3)::int]::level AS level,
    1 + floor(${PROVIDERS} * random() * random())::int AS office,
    CASE WHEN random() < 0.2 THEN date '2025-04-01' + floor(random() * 240)::int END AS works_from, random() < 0.5 AS ends
    FROM generate_series(1, ${size}) n;
  CREATE TEMP TABLE chosen ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY p.org_no) AS number, o.id AS office, o.provider_id, o.contract_id
    FROM office o JOIN provider p ON p.id = o.provider_id;
  INSERT INTO person (id, given_name, family_name) SELECT person, 'Prov', 'Person ' || n FROM made;
  INSERT INTO participant (id, person_id, sex, born_in_sweden, disability_code, language, needs_language_support)
    SELECT participant, person, 'F', true, false, 'sv', false FROM made;
  INSERT INTO decision (id, participant_id, level, agreement_version_id, delivery_area_id, arrived_on, choose_by)
    SELECT decision, participant, level, '${krom.id}', 'Bänk', '2024-12-20', '2024-12-27' FROM made;
  INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level, agreement_version_id, choice, "from", "to", "end", end_reason)
    SELECT placement, participant, decision, c.provider_id, c.contract_id, c.office, level, '${krom.id}', 'active', '2025-01-01', '2025-12-27',
      CASE WHEN ends THEN works_from END, CASE WHEN ends AND works_from IS NOT NULL THEN 'outcome' END::end_reason
    FROM made JOIN chosen c ON c.number = made.office;
  INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
    SELECT gen_random_uuid(), (100000000 + 2 * n + k)::text, decision, placement, k,
      date '2025-01-01' + 180 * (k - 1), date '2025-01-01' + 180 * k FROM made, generate_series(1, 2) k;
  INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, status, submitted_on, submitted_at, source, content_hash, decide_by, amount_ore)
    SELECT gen_random_uuid(), placement, participant, c.provider_id, c.office, m, CASE WHEN random() < 0.97 THEN 'approved' ELSE 'submitted' END::report_status,
      (m + interval '1 month 4 days')::date, m + interval '1 month 4 days', 'import', '', (m + interval '1 month 18 days')::date, 0
    FROM made JOIN chosen c ON c.number = made.office, generate_series(date '2025-01-01', date '2025-12-01', interval '1 month') m
    WHERE NOT made.ends OR works_from IS NULL OR m < works_from;
  INSERT INTO outcome (id, placement_id, type, "from", signalled_on, status, verified_through, submitted_at)
    SELECT outcome, placement, 'employment', works_from, works_from + 3, CASE WHEN random() < 0.9 THEN 'approved' ELSE 'submitted' END::outcome_status,
      CASE WHEN works_from < '2025-08-15' AND random() < 0.9 THEN works_from + 130 END, works_from + 3
    FROM made WHERE works_from IS NOT NULL;
  INSERT INTO outcome_spell (outcome_id, number, "from", "to", extent_percent, employer_org_no, employer_name)
    SELECT outcome, k, works_from, CASE WHEN random() < 0.1 THEN works_from + 60 END, 100 / (1 + n % 2), '5560000001', 'Arbetsgivaren'
    FROM made, generate_series(1, 2) k WHERE works_from IS NOT NULL AND k <= 1 + n % 2;`;
}

/** Twelve months of so many placements under one agreement version, all of it made from the seed but the ids. */
export async function seedHistory(owner: Database, size: number, seed: number): Promise<void> {
  await owner.agreementVersion.create({
    data: { id: krom.id, name: krom.name, document: krom, publishedAt: new Date('2020-01-01T00:00:00Z') },
  });
  await owner.termsVersion.create({
    data: { id: 'terms-example-1', validFrom: toUtcDate(plainDate('2020-01-01')), document: terms },
  });
  await owner.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`SELECT setseed(${(seed % 1000) / 1000})`);
      for (const sql of `${REFERENCE}${history(size)}`.split(';').filter((part) => part.trim() !== ''))
        await tx.$executeRawUnsafe(sql);
    },
    { timeout: 600_000 },
  );
  await owner.$executeRawUnsafe('ANALYZE');
}

/** What happens until the twelfth month is stated: approvals are taken back, and evidence of lasting work comes in. */
export async function changeHistory(owner: Database): Promise<void> {
  await owner.$executeRawUnsafe(
    `UPDATE report SET status = 'inReview' WHERE status = 'approved' AND month < '2025-12-01' AND random() < 0.02`,
  );
  await owner.$executeRawUnsafe(
    `UPDATE outcome SET verified_through = "from" + 130 WHERE verified_through IS NULL AND "from" < '2025-09-15' AND random() < 0.8`,
  );
  await owner.$executeRawUnsafe('ANALYZE');
}

/**
 * What changes before a round: some approvals are taken back or given, some outcomes are decided again, some levels were
 * wrong. Chosen by ids alone: the same in every copy of a database.
 */
export async function changeFacts(owner: Database, round: number): Promise<void> {
  const chosen = (share: number): string =>
    `('x' || substr(md5(id || 'round ${round}'), 1, 7))::bit(28)::int % ${share} = 0`;
  for (const sql of [
    `UPDATE report SET status = CASE status WHEN 'approved' THEN 'inReview' ELSE 'approved' END::report_status WHERE ${chosen(20)}`,
    `UPDATE outcome SET status = CASE status WHEN 'approved' THEN 'rejected' ELSE 'approved' END::outcome_status WHERE ${chosen(10)}`,
    `UPDATE placement SET level = CASE level WHEN 'B' THEN 'C' ELSE 'B' END::level WHERE ${chosen(50)}`,
  ])
    await owner.$executeRawUnsafe(sql);
}
