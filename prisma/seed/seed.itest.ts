import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { ROLES } from '#lib/domain/actor/role.ts';
import { isClientSecret } from '#lib/server/auth/client-secret.ts';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { newId } from '#lib/server/ids.ts';
import { loadMonths } from '#lib/server/month/load-months.ts';
import { testCanaries } from '#lib/server/testing/canaries/canary-tests.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { GUESTS } from '#prisma/seed/demo/guests.ts';
import type { DemoFile } from '#prisma/seed/demo-file.ts';
import { seed } from '#prisma/seed/seed.ts';
import type { SeedRun } from '#prisma/seed/seed-run.ts';
import { addMonthsTo, firstDay, monthOf } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const PORTAL_SECRET = 'a secret that only tests know, 32+ characters';
const TODAY = plainDate('2028-02-25');
const dataDir = mkdtempSync(path.join(tmpdir(), 'seed-test-'));
let database: TestDatabase;

function run(name: SeedRun['name']): SeedRun {
  return { ownerUrl: database.ownerUrl, name, today: TODAY, dataDir, portalSecret: PORTAL_SECRET };
}

beforeAll(async () => {
  database = await createTestDatabase();
  await seed(run('demo'));
}, 120_000);
afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await database.drop();
});

async function query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return withClient(database.ownerUrl, async (client) => (await client.query<Row>(sql, [...values])).rows);
}

async function countOf(sql: string): Promise<number> {
  const [counted] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`);
  return counted?.n ?? 0;
}

function demoFile(): DemoFile {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file that the seed wrote
  return JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8')) as DemoFile;
}

describe('the people of the demo', () => {
  it('are found by the identity numbers that the login page hands out, each with a membership', async () => {
    const { persons } = demoFile();
    const hashes = persons.map(({ identityNumber }) => identityHash(identityNumber, PORTAL_SECRET));
    const found = await query<{ memberships: number }>(
      `SELECT count(m.id)::int AS memberships FROM person_identity i JOIN membership m ON m.person_id = i.person_id
       WHERE i.identity_hash = ANY ($1) GROUP BY i.person_id`,
      [hashes],
    );
    // Guests have an e-ID alone: they are there to be invited.
    expect(found).toHaveLength(persons.length - GUESTS.length);
    expect(new Set(persons.map(({ subject }) => subject)).size).toBe(persons.length);
  });

  it('hold every role, somebody that role alone; somebody all roles of a firm, somebody in two firms', async () => {
    const { persons } = demoFile();
    expect(ROLES.filter((role) => !persons.some((person) => person.role === role))).toEqual([]);
    expect(persons.some(({ role }) => role.split(', ').length === 5)).toBe(true);
    expect(
      await countOf(
        '(SELECT FROM membership WHERE provider_id IS NOT NULL GROUP BY person_id HAVING count(DISTINCT provider_id) > 1) x',
      ),
    ).toBe(1);
  });

  it('are written where only the portal can read, with a client whose secret is right and whose attestor is a signatory', async () => {
    expect(statSync(path.join(dataDir, 'demo.json')).mode & 0o777).toBe(0o600);
    const { apiClient } = demoFile();
    const [client] = await query<{ hash: Uint8Array; scopes: string[]; role: string }>(
      `SELECT c.secret_hash AS hash, c.scopes, m.role FROM api_client c JOIN membership m ON m.id = c.attestor_membership_id
       AND m.provider_id = c.provider_id WHERE c.client_id = $1`,
      [apiClient?.clientId],
    );
    expect(isClientSecret(apiClient?.clientSecret ?? '', client?.hash)).toBe(true);
    expect(client).toMatchObject({ scopes: ['reports.write', 'reports.read'], role: 'signatory' });
  });

  it('are logged in nowhere when the demo begins', async () => {
    const tomorrow = `('${TODAY}'::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'`;
    expect(
      await countOf(`session WHERE ended_at IS NULL OR greatest(ended_at, absolute_ends_at) >= ${tomorrow}`),
    ).toBe(0);
    // A login is as old as what was done in it.
    expect(await countOf(`session WHERE created_at < '${TODAY}'::date - 730`)).toBe(0);
  });
});

/** Somebody at the provider who sees all of its offices. */
function signatoryOf(providerId: string): ProviderActor {
  return {
    kind: 'person',
    role: 'signatory',
    organisation: 'provider',
    providerId,
    providerName: '',
    officeScope: 'all',
    personId: newId(),
    sessionId: newId(),
    membershipId: newId(),
    givenName: '',
    familyName: '',
    locale: 'sv',
    assurance: 'eid',
    authenticatedAt: '2026-01-01T00:00:00Z',
  };
}

describe('what there is to see in the demo', () => {
  it('is every state that a month can be in', async () => {
    const owner = openDatabase(database.ownerUrl, 2);
    const providers = await query<{ id: string }>('SELECT id FROM provider');
    const seen = await Promise.all(
      providers.flatMap(({ id }) =>
        [0, 1, 2].map((ago) =>
          owner.$transaction(
            (tx) =>
              loadMonths(tx, { actor: signatoryOf(id), month: addMonthsTo(monthOf(TODAY), -ago) }, TODAY),
            { timeout: 30_000 },
          ),
        ),
      ),
    );
    await owner.$disconnect();
    const states = new Set(seen.flat().map(({ row }) => row.state));
    const all = [
      'notStarted',
      'draft',
      'blocked',
      'warned',
      'ready',
      'returned',
      'submitted',
      'inReview',
      'approved',
      'rejected',
    ];
    expect(all.filter((state) => !states.has(state as 'draft'))).toEqual([]);
  });

  it('is every turn that a participant can take', async () => {
    const today = `'${TODAY}'::date`;
    const undecided = 'decision d WHERE NOT EXISTS (SELECT FROM placement l WHERE l.decision_id = d.id)';
    expect(await countOf('participant')).toBeGreaterThanOrEqual(60);
    expect(await countOf(`${undecided} AND d.choose_by >= ${today}`)).toBeGreaterThanOrEqual(3);
    expect(await countOf(`${undecided} AND d.choose_by < ${today}`)).toBeGreaterThanOrEqual(1);
    expect(await countOf('choice')).toBeGreaterThanOrEqual(2);
    expect(await countOf(`provider_switch WHERE undone_at IS NULL AND effective_on > ${today}`)).toBe(1);
    expect(
      await countOf(`placement WHERE end_reason = 'switch' AND "end" < ${today}`),
    ).toBeGreaterThanOrEqual(2);
    for (const reason of ['outcome', 'interruption', 'completed']) {
      expect(await countOf(`placement WHERE end_reason = '${reason}'`)).toBeGreaterThanOrEqual(1);
    }
    expect(
      await countOf('service_period WHERE number = 2 AND placement_id IS NOT NULL'),
    ).toBeGreaterThanOrEqual(2);
    expect(
      await countOf(`placement WHERE coach_person_id IS NULL AND "from" <= ${today}`),
    ).toBeGreaterThanOrEqual(2);
    expect(
      await countOf('placement l WHERE NOT EXISTS (SELECT FROM plan p WHERE p.placement_id = l.id)'),
    ).toBeGreaterThanOrEqual(3);
    expect(await countOf('month_draft')).toBeGreaterThanOrEqual(3);
    expect(await countOf('report WHERE no_activity_reason IS NOT NULL')).toBeGreaterThanOrEqual(1);
    expect(
      await countOf('protected_access x JOIN participant a ON a.id = x.participant_id AND a.protected'),
    ).toBe(3);
  });

  it('is a finished statement run of last month, answered and unanswered, after one that is paid', async () => {
    const statements = await query(
      `SELECT r.cut_off::text AS "cutOff", r.finished_at IS NOT NULL AS finished, string_agg(DISTINCT s.status::text, ' ' ORDER BY s.status::text) AS statuses
       FROM statement_run r JOIN statement s ON s.run_id = r.id GROUP BY r.id ORDER BY r.cut_off`,
    );
    expect(statements).toEqual([
      { cutOff: '2027-12-31', finished: true, statuses: 'accepted paid' },
      { cutOff: '2028-01-31', finished: true, statuses: 'accepted disputed proposed' },
    ]);
    const keys = await query<{ key: string }>(
      `SELECT DISTINCT regexp_replace(key, ':.*', '') AS key FROM statement_line ORDER BY 1`,
    );
    expect(keys.map(({ key }) => key)).toEqual(['base', 'result', 'speed']);
  });

  it('is outcomes in each state, and an account that waits to be confirmed', async () => {
    const [outcomes] = await query(
      `SELECT count(*) FILTER (WHERE status = 'approved')::int AS approved, count(*) FILTER (WHERE status = 'submitted')::int AS waiting,
        count(*) FILTER (WHERE status = 'rejected')::int AS rejected FROM outcome`,
    );
    expect(outcomes).toEqual({ approved: 3, waiting: 4, rejected: 1 });
    expect(await countOf(`bank_account WHERE status = 'confirmed'`)).toBe(3);
    expect(await countOf(`bank_account WHERE status = 'requested'`)).toBe(1);
  });

  it('is signals at each desk, and outcomes with every kind of evidence that a provider can bring about', async () => {
    const signals = await query<{ status: string; desk: string; n: number }>(
      `SELECT status, desk, count(*)::int AS n FROM document WHERE kind = 'signal' GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(signals).toEqual([
      { status: 'approved', desk: 'assess', n: 3 },
      { status: 'returned', desk: 'assess', n: 1 },
      { status: 'submitted', desk: 'assess', n: 1 },
      { status: 'submitted', desk: 'decide', n: 1 },
    ]);
    expect(await countOf(`evidence WHERE source = 'file'`)).toBe(1);
    expect(await countOf(`evidence WHERE source = 'employer'`)).toBe(1);
    expect(
      await countOf(
        'employer_confirmation c WHERE c.ended_at IS NULL AND NOT EXISTS (SELECT FROM employer_answer a WHERE a.confirmation_id = c.id)',
      ),
    ).toBe(1);
  });

  it('is samples that are open and closed, one of which found an error, and reports that the rules approved after a draw', async () => {
    expect(await countOf('sample_cycle WHERE drawn_at IS NULL')).toBeGreaterThanOrEqual(4);
    expect(
      await countOf('sample_cycle WHERE closed_at IS NOT NULL AND frame_count > 0'),
    ).toBeGreaterThanOrEqual(4);
    expect(await countOf('sample_result WHERE error IS NOT NULL')).toBe(1);
    expect(await countOf("review_decision WHERE by = 'rules'")).toBeGreaterThanOrEqual(60);
    expect(await countOf("report WHERE status = 'submitted' AND route = 'automatic'")).toBeGreaterThanOrEqual(
      3,
    );
  });

  it('is nothing that lies ahead', async () => {
    const tomorrow = `('${TODAY}'::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'`;
    for (const column of [
      'report.submitted_at',
      'report.taken_at',
      'review_decision.decided_at',
      'sample_cycle.opened_at',
      'sample_cycle.closed_at',
      'attestation.attested_at',
      'choice.made_at',
      'provider_switch.decided_at',
      'month_draft.updated_at',
      'plan.created_at',
      'activity_entry.created_at',
      'statement_run.finished_at',
      'statement.accepted_at',
      'authorisation.authorised_at',
      'outcome.submitted_at',
      'statement_dispute.opened_at',
      'document.submitted_at',
      'evidence.given_at',
      'employer_answer.answered_at',
    ]) {
      const [table, name] = column.split('.');
      expect([column, await countOf(`${table} WHERE ${name} >= ${tomorrow}`)]).toEqual([column, 0]);
    }
    expect(await countOf(`report WHERE month >= '${firstDay(monthOf(TODAY))}'`)).toBe(0);
  });
});

describe('a database that is filled', () => {
  it('is left as it is by the same seed, and refused to any other, or with another secret', async () => {
    const before = await query('SELECT count(*) FROM audit_entry');
    await seed(run('demo'));
    expect(await query('SELECT count(*) FROM audit_entry')).toEqual(before);
    await expect(seed(run('none'))).rejects.toThrow(/seeded with "demo", not with "none"/);
    await expect(
      seed({ ...run('demo'), portalSecret: 'another secret that is long enough too' }),
    ).rejects.toThrow(/another PORTAL_SECRET/);
  });
});

describe('a database that is full', () => {
  testCanaries(() => ({ database, now: new Date(`${TODAY}T10:00:00Z`) }));
});
