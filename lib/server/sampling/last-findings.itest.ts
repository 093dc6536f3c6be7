import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { lastFindings } from '#lib/server/sampling/last-findings.ts';
import { SAMPLING_JOB } from '#lib/server/sampling/open-cycles.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-04-09');
const WHY = { reasonCode: 'activityNotShown', reason: 'Mötet ägde inte rum.', reasonVersion: 1 };
const PROPOSED = { decision: 'proposeReject', lastDay: new Date('2026-03-24'), ...WHY } as const;

let world: World;
let worker: Database;
let reviewer: string;
let providerId: string;
let reportId: string;

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  reviewer = (await buildAuthorityActor(world.owner, 'reviewer')).personId;
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});
beforeEach(async () => {
  const provider = await buildProvider(world.owner);
  const office = await buildOffice(world.owner, { provider });
  const placement = await buildPlacement(world.owner, { office, level: 'B', from: '2026-01-02' });
  providerId = provider.id;
  reportId = await buildStoredReport(world.owner, { placement, month: '2026-01', status: 'submitted' });
  await world.owner.checkFinding.create({
    data: { reportId, code: 'MANDATORY_MISSING', severity: 'hold', facts: {} },
  });
});

type Decision = Parameters<Database['reviewDecision']['create']>[0]['data'];

/** A decision at noon of a day, by the reviewer where nothing else is said; with a verdict on the finding where a person gave one. */
async function decided(
  on: string,
  what: Partial<Decision> & { readonly decision: string },
  upheld?: boolean,
) {
  const id = newId();
  const by = what.by ?? 'person';
  const decidedByPersonId = by === 'person' ? reviewer : null;
  const data = { id, reportId, decidedAt: new Date(`${on}T11:00:00Z`), by, decidedByPersonId, ...what };
  await world.owner.reviewDecision.create({ data: data as Decision });
  if (upheld !== undefined)
    await world.owner.findingVerdict.create({
      data: { decisionId: id, reportId, code: 'MANDATORY_MISSING', upheld },
    });
  return id;
}

const found = async () =>
  (await inTransaction(worker, SAMPLING_JOB, (tx) => lastFindings(tx, TODAY, 6))).get(providerId);

test('a proposed rejection is nothing yet; final in silence it is what its proposal upheld', async () => {
  const proposalId = await decided('2026-03-10', PROPOSED, true);
  expect(await found()).toBeUndefined();
  await decided('2026-03-25', { decision: 'reject', by: 'silence', proposalId, ...WHY });
  expect(await found()).toBe('2026-03-25');
});

test('a decision that another has taken the place of is not upheld any longer', async () => {
  await decided('2026-03-10', { decision: 'return', ...WHY }, true);
  expect(await found()).toBe('2026-03-10');
  await decided('2026-03-12', { decision: 'approve' }, false);
  expect(await found()).toBeUndefined();
});

test('what was a false alarm counts for nothing, whatever was decided', async () => {
  await decided('2026-03-10', { decision: 'return', ...WHY }, false);
  expect(await found()).toBeUndefined();
});
