import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { chainEntries, type SqlClient } from '#lib/server/audit/chain-entries.ts';
import { logFaults } from '#lib/server/backup/log-faults.ts';
import { today } from '#lib/server/clock.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { type EmbeddedPostgres, startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { submitWithKills, type Urls } from '#lib/server/report/testing/killed-parts.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { checkInvariants } from '#lib/server/testing/crash-invariants.ts';
import { addMonthsTo, firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';

const SEED = 20_261_122;
const REPORTS = 60;
const PORT = 47_700;
const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
const dataDir = path.join(folder, 'data');
const month = previousMonth(monthOf(today()));
let server: EmbeddedPostgres;
let urls: Urls;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  server = await startPostgres(dataDir, PORT);
  urls = await prepareDatabase(server.ownerUrl, 'a secret that only this test knows, 32+');
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function build() {
  const owner = openDatabase(server.ownerUrl, 1);
  try {
    await buildReferenceData(owner);
    const office = await buildOffice(owner);
    const attestor = await buildProviderActor(owner, 'signatory', { provider: office.provider });
    const actor = await buildApiClient(owner, { provider: office.provider, attestor });
    const placements = await buildManyPlacements(owner, office, REPORTS, firstDay(addMonthsTo(month, -1)));
    return { actor, references: placements.map(({ reference }) => reference) };
  } finally {
    await owner.$disconnect();
  }
}

const rowOf = (reference: string) => ({
  implementation_reference: reference,
  month,
  activity: ACTIVITY_CODES[0] ?? '',
  form: 'onSite',
  minutes: 120,
});

test(`what was received is there once and whole, whenever portal, worker and database were killed (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  const { actor, references } = await build();
  const calls = references.map((reference) => ({ rows: [rowOf(reference)] }));
  const trial = { dataDir, port: PORT, urls, actor, calls, kills: 2, pick: seeded(SEED) };
  server = await submitWithKills(server, trial);
  const acknowledged = { reports: references, month: firstDay(month), entries: [], invitations: [] };
  await withClient(server.ownerUrl, async (client) => {
    expect(await checkInvariants(client, acknowledged, 1)).toEqual({
      lost: 0,
      doubled: 0,
      half: 0,
      receiptsWrong: 0,
    });
    await chainWhatIsLeft();
    expect((await logFaults(client, dataDir)).faults).toEqual([]);
    await findsWhatIsPlanted(client, acknowledged);
  });
});

async function chainWhatIsLeft(): Promise<void> {
  await withClient(urls.workerUrl, async (client) => {
    while ((await chainEntries(asked(client), { sweep: true })) > 0);
  });
}

function asked(client: Client): SqlClient {
  return { query: (text, values) => client.query<Record<string, unknown>>(text, values) };
}

/** A proof that finds nothing where something is wrong proves nothing. */
async function findsWhatIsPlanted(
  client: Client,
  acknowledged: Parameters<typeof checkInvariants>[1],
): Promise<void> {
  await client.query(
    'ALTER TABLE report_row DISABLE TRIGGER USER; ALTER TABLE attestation DISABLE TRIGGER USER',
  );
  await client.query('DELETE FROM report_row WHERE ctid = (SELECT min(ctid) FROM report_row)');
  await client.query(
    `UPDATE attestation SET content = content || '{"planted": 1}' WHERE ctid = (SELECT min(ctid) FROM attestation)`,
  );
  await client.query(`INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, participant_ids, detail)
    SELECT actor_kind, actor_key, action, outcome, participant_ids, detail FROM audit_entry WHERE action = 'report.submitRows' AND outcome = 'done' LIMIT 1`);
  const reports = [...acknowledged.reports, 'never sent'];
  expect(await checkInvariants(client, { ...acknowledged, reports }, 1)).toEqual({
    lost: 1,
    doubled: 1,
    half: 1,
    receiptsWrong: 1,
  });
}
