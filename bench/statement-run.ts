import { parseArgs } from 'node:util';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { newId } from '#lib/server/ids.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/**
 * How long a statement run takes and how much memory its process needs: placements with twelve months of history, of
 * which eleven have been stated, one is new, and one in fifty of the old has changed since. 150 providers of unequal
 * size, on a real PostgreSQL, as the worker's role. `--quick` takes a tenth of the placements.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const sizes = [12_500, 25_000, 50_000].map((size) => (values.quick ? size / 10 : size));
const NOW = new Date('2026-02-01T08:00:00Z');
const MIB = 1024 * 1024;

const REFERENCE = `
  INSERT INTO delivery_area (id) VALUES ('Bänk');
  INSERT INTO provider (id, org_no, name) SELECT gen_random_uuid(), (5590000000 + n)::text, 'Leverantör ' || n FROM generate_series(1, 150) n;
  INSERT INTO contract (id, ka_number, provider_id, delivery_area_id, "from", open_for_choice, capacity)
    SELECT gen_random_uuid(), (10000000 + row_number() OVER (ORDER BY org_no))::text, id, 'Bänk', '2020-01-01', true, 100000 FROM provider;
  INSERT INTO office (id, provider_id, contract_id, name, street, place, lat, lon)
    SELECT gen_random_uuid(), provider_id, id, 'Kontor', 'Gatan 1', 'Orten', 59, 15 FROM contract;`;

/** Participants with a placement of two periods, 2025-01-01 to 2025-12-27, and a report for each of its twelve months. */
function history(size: number): string {
  return `
  CREATE TEMP TABLE made ON COMMIT DROP AS SELECT n, gen_random_uuid() AS person, gen_random_uuid() AS participant, gen_random_uuid() AS decision,
    gen_random_uuid() AS placement, (ARRAY['A', 'B', 'C'])[1 + floor(random() * 3)::int]::level AS level,
    1 + floor(150 * random() * random())::int AS office FROM generate_series(1, ${size}) n;
  CREATE TEMP TABLE chosen ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY p.org_no) AS number, o.id AS office, o.provider_id, o.contract_id
    FROM office o JOIN provider p ON p.id = o.provider_id;
  INSERT INTO person (id, given_name, family_name) SELECT person, 'Prov', 'Person ' || n FROM made;
  INSERT INTO participant (id, person_id, sex, born_in_sweden, disability_code, language, needs_language_support)
    SELECT participant, person, 'F', true, false, 'sv', false FROM made;
  INSERT INTO decision (id, participant_id, level, agreement_version_id, delivery_area_id, arrived_on, choose_by)
    SELECT decision, participant, level, '${krom.id}', 'Bänk', '2024-12-20', '2024-12-27' FROM made;
  INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level, agreement_version_id, choice, "from", "to")
    SELECT placement, participant, decision, c.provider_id, c.contract_id, c.office, level, '${krom.id}', 'active', '2025-01-01', '2025-12-27'
    FROM made JOIN chosen c ON c.number = made.office;
  INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
    SELECT gen_random_uuid(), (100000000 + 2 * n + k)::text, decision, placement, k,
      date '2025-01-01' + 180 * (k - 1), date '2025-01-01' + 180 * k FROM made, generate_series(1, 2) k;
  INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, status, submitted_on, submitted_at, source, content_hash, decide_by, amount_ore)
    SELECT gen_random_uuid(), placement, participant, c.provider_id, c.office, m, CASE WHEN random() < 0.97 THEN 'approved' ELSE 'submitted' END::report_status,
      (m + interval '1 month 4 days')::date, m + interval '1 month 4 days', 'import', '', (m + interval '1 month 18 days')::date, 0
    FROM made JOIN chosen c ON c.number = made.office, generate_series(date '2025-01-01', date '2025-12-01', interval '1 month') m;`;
}

async function seedHistory(owner: Database, size: number): Promise<void> {
  await owner.agreementVersion.create({
    data: { id: krom.id, name: krom.name, document: krom, publishedAt: new Date('2020-01-01T00:00:00Z') },
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

type Measured = { readonly seconds: number; readonly peakMiB: number; readonly lines: number };

async function measureRun(owner: Database, worker: Database, cutOff: string): Promise<Measured> {
  const runId = newId();
  await owner.statementRun.create({
    data: { id: runId, cutOff: toUtcDate(plainDate(cutOff)), startedAt: NOW },
  });
  let peak = process.memoryUsage.rss();
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  const outcome = await runStatements({ database: worker, runId, now: () => NOW });
  const seconds = Math.round(performance.now() - start) / 1000;
  clearInterval(sampling);
  if (outcome.kind !== 'proposed') throw new Error(`The run stopped: ${JSON.stringify(outcome)}`);
  const lines = await owner.statementLine.count({ where: { statement: { runId } } });
  return { seconds, peakMiB: Math.round(peak / MIB), lines };
}

async function measureSize(size: number): Promise<{ placements: number; seconds: number; peakMiB: number }> {
  const server = await startTemporaryPostgres();
  const { workerUrl } = await prepareDatabase(server.ownerUrl, 'a secret that only this benchmark knows');
  const [owner, worker] = [openDatabase(server.ownerUrl, 2), openDatabase(workerUrl, 2)];
  try {
    await seedHistory(owner, size);
    const earlier = await measureRun(owner, worker, '2025-12-24');
    console.log(`${size} placements, eleven months at once: ${earlier.lines} lines in ${earlier.seconds} s`);
    await owner.$executeRawUnsafe(
      `UPDATE report SET status = 'inReview' WHERE status = 'approved' AND month < '2025-12-01' AND random() < 0.02`,
    );
    await owner.$executeRawUnsafe('ANALYZE');
    const { seconds, peakMiB, lines } = await measureRun(owner, worker, '2026-01-24');
    console.log(`${size} placements, the twelfth: ${lines} lines in ${seconds} s, ${peakMiB} MiB`);
    return { placements: size, seconds, peakMiB };
  } finally {
    await Promise.all([owner.$disconnect(), worker.$disconnect()]);
    await server.stop();
  }
}

console.log(`statement-run: seed ${seed}`);
const measured = [];
for (const size of sizes) measured.push(await measureSize(size));
console.log(JSON.stringify({ name: 'statement-run', sizes: measured, seed }));
