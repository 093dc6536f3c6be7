import path from 'node:path';
import { expect, test } from 'vitest';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import type { Database } from '#lib/server/db/client.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import type { DrawRun } from '#lib/server/sampling/testing/draw-child.ts';
import { TEST_SECRET } from '#lib/server/sampling/testing/sampled-world.ts';
import { buildWaitingReports } from '#lib/server/sampling/testing/waiting-reports.ts';
import { cloneRunSetup, closeRunSetup, openRunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { attemptChild } from '#lib/server/testing/killed-child.ts';

const SEED = 20_260_211;
const KILLS = 8;
/** More than one batch of those that are checked, and of those that are approved. */
const COUNTS = [1300, 40] as const;
const DRAW_DAY = '2026-02-11T05:00:00.000Z';
const CHILD = path.join(import.meta.dirname, 'testing', 'draw-child.ts');

/** All that a draw leaves: the frame, what each report came to and by how many decisions, what the log and the mail say. */
async function drawn(owner: Database): Promise<readonly unknown[]> {
  return await Promise.all([
    owner.$queryRaw`SELECT r.id::text, r.status::text, r.route, r.route_reason, r.version, r.risk, r.holds, r.decide_by::text, f.position, f.drawn,
        (SELECT count(*)::int FROM review_decision d WHERE d.report_id = r.id) AS decisions,
        (SELECT count(*)::int FROM check_finding k WHERE k.report_id = r.id) AS findings,
        (SELECT count(*)::int FROM audit_entry a WHERE a.subject_id = r.id::text) AS entries
      FROM report r LEFT JOIN sample_frame f ON f.report_id = r.id ORDER BY r.id`,
    owner.$queryRaw`SELECT id::text, frame_count, drawn_count, encode(frame_hash, 'hex') AS hash FROM sample_cycle ORDER BY id`,
    owner.$queryRaw`SELECT provider_id::text, frame_count, drawn_count FROM sample_stratum ORDER BY 1`,
    owner.$queryRaw`SELECT action, count(*)::int FROM audit_entry GROUP BY 1 ORDER BY 1`,
    owner.$queryRaw`SELECT event, path, count(*)::int FROM notification GROUP BY 1, 2 ORDER BY 1, 2`,
  ]);
}

test(`a draw that is killed and begun again gives the same as one that was not, wherever it was killed (seed ${SEED})`, async () => {
  const setup = await openRunSetup();
  const at = { now: new Date(DRAW_DAY), portalSecret: TEST_SECRET };
  // The cycles of both have the same secrets: they are opened before there are two.
  await routeReports({ ...at, database: setup.worker, now: new Date('2026-01-01T05:00:00Z') });
  await routeReports({ ...at, database: setup.worker, now: new Date('2026-02-01T05:00:00Z') });
  for (const [n, count] of COUNTS.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one office after the other
    const office = await buildOffice(setup.owner);
    // oxlint-disable-next-line no-await-in-loop
    const person = await buildPerson(setup.owner, { email: `signatory-${n}@example.se` });
    // oxlint-disable-next-line no-await-in-loop
    await buildProviderActor(setup.owner, 'signatory', { provider: office.provider, person });
    // oxlint-disable-next-line no-await-in-loop
    const placements = await buildManyPlacements(setup.owner, office, count);
    // oxlint-disable-next-line no-await-in-loop
    await buildWaitingReports(setup.owner, placements, { month: '2026-01', submittedOn: '2026-02-03' });
  }
  const [killed, undisturbed] = await cloneRunSetup(setup);
  const told: DrawRun = { workerUrl: killed.test.workerUrl, now: DRAW_DAY, portalSecret: TEST_SECRET };
  const pick = seeded(SEED);
  let kills = 0;
  for (let ended = false; !ended; ) {
    // Each goes on where the one before was killed: among checks, in the draw, among approvals.
    const moment = { done: pick(0, 4), afterMs: pick(0, 120) };
    // oxlint-disable-next-line no-await-in-loop -- each begins where the one before was killed
    const tried = await attemptChild(CHILD, told, kills < KILLS ? moment : null);
    if (tried.killed) kills += 1;
    ended = !tried.killed;
  }
  expect(kills).toBeGreaterThan(1);
  expect(await routeReports({ ...at, database: undisturbed.worker })).toMatchObject({
    drawn: 1,
    approved: 1273,
  });
  const stored = await drawn(killed.owner);
  expect(stored).toEqual(await drawn(undisturbed.owner));
  // Once more changes nothing.
  expect(await routeReports({ ...at, database: killed.worker })).toEqual({
    opened: 0,
    drawn: 0,
    approved: 0,
    closed: 0,
  });
  expect(await drawn(killed.owner)).toEqual(stored);
  await closeRunSetup(killed);
  await closeRunSetup(undisturbed);
}, 120_000);
