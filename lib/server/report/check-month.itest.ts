import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Finding } from '#lib/domain/report/check.ts';
import { validateReport } from '#lib/domain/report/check-report.ts';
import { EMPTY_CONTENT, type ReportContent } from '#lib/domain/report/report-content.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { checkMonth } from '#lib/server/report/check-month.ts';
import { keyOf, loadPlacementMonths } from '#lib/server/report/placement-months.ts';
import { refreshHistory } from '#lib/server/report/refresh-history.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import {
  copyingMonth,
  playedMonth,
  storeMonth,
  type StoredMonth,
} from '#lib/server/report/testing/stored-month.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const march = month('2026-03');
const submittedOn = plainDate('2026-04-03');
const today = plainDate('2026-04-13');
const seed = Date.now();
let world: World;
let worker: Database;
let signatory: ProviderActor;
let stored: readonly StoredMonth[];

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 1);
  signatory = await world.staff('signatory');
  const coach = await world.staff('coach');
  const placements = await buildManyPlacements(world.owner, world.office, 120);
  // More participants than one coach may have, and some without any.
  const ids = placements.slice(0, 70).map(({ id }) => id);
  await world.owner
    .$executeRaw`UPDATE placement SET coach_person_id = ${coach.personId}::uuid WHERE id = ANY (${ids}::uuid[])`;
  for (const earlier of ['2026-01', '2026-02'])
    await storeMonth(
      world.owner,
      placements,
      month(earlier),
      fc.sample(playedMonth, { seed: seed + 1, numRuns: 120 }),
      'approved',
    );
  stored = await storeMonth(
    world.owner,
    placements,
    march,
    fc.sample(copyingMonth, { seed, numRuns: 120 }),
    'returned',
  );
  await refreshHistory(worker, march);
}, 120_000);
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

/** One of each code, as they are kept; what blocks is for a person once it is in. */
function keptOf(findings: readonly Finding[]): ReadonlyMap<string, unknown> {
  return new Map(findings.toReversed().map(({ code, facts }) => [code, facts]));
}

/** The way of a report that is sent: its own facts, asked for alone. */
async function oneByOne(placementId: string, content: ReportContent): Promise<ReadonlyMap<string, unknown>> {
  return await inTransaction(world.app, signatory, async (tx) => {
    const { termsOf } = await loadRules(tx);
    const key = { placementId, month: march };
    const months = await loadPlacementMonths(tx, [{ ...key, content }], {
      termsOf,
      today,
      withDrafts: false,
    });
    const facts = months.get(keyOf(key))?.facts;
    if (facts === undefined) throw new Error('The month is within the signatory’s reach');
    const { blocks, findings } = validateReport({
      content,
      facts,
      terms: termsOf(march),
      today: submittedOn,
    });
    return keptOf([...blocks, ...findings]);
  });
}

test(`many stored reports are found what each is found alone (seed ${seed})`, async () => {
  const reportIds = stored.map(({ reportId }) => reportId);
  const checked = await worker.$transaction(
    (tx) => checkMonth(tx, { month: march, reportIds, today, only: 'all' }),
    {
      timeout: 60_000,
    },
  );
  expect(checked.map(({ reportId }) => reportId).toSorted()).toEqual(reportIds.toSorted());
  const seen = new Set<string>();
  for (const { reportId, findings, holds } of checked) {
    const one = stored.find((report) => report.reportId === reportId);
    if (one === undefined) throw new Error('A report that was not asked for');
    const alone = await oneByOne(one.placementId, { ...EMPTY_CONTENT, ...one.content });
    expect({ one, found: keptOf(findings) }).toEqual({ one, found: alone });
    expect(findings.filter(({ severity }) => severity === 'hold')).toHaveLength(holds);
    for (const { code } of findings) seen.add(code);
  }
  // The months that are played do have something to find, of each kind that compares.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'COACH_OVERLOAD',
      'COPIED_HOURS',
      'DISTANCE_ONLY',
      'IMPOSSIBLE_TIME',
      'MEETING_INTERVAL',
      'PARTICIPANT_DISPUTES',
      'UNLIKELY_LEVEL',
    ]),
  );
}, 120_000);

test('a page by id gives the same as the reports that it holds, and only those that wait', async () => {
  const ask = { month: march, today, only: 'all', after: null, limit: 10 } as const;
  expect(await worker.$transaction((tx) => checkMonth(tx, ask))).toEqual([]);
});

test('what is stored already is not found again, and counts in the risk', async () => {
  const [first] = stored;
  const reportIds = stored.map(({ reportId }) => reportId);
  const ask = { month: march, reportIds, today, only: 'comparing' } as const;
  const before = await worker.$transaction((tx) => checkMonth(tx, ask));
  const found = before.find(({ findings }) => findings.some(({ code }) => code === 'COPIED_HOURS'));
  if (first === undefined || found === undefined) throw new Error('Nothing copied was played');
  expect(
    before
      .flatMap(({ findings }) => findings)
      .some(({ code }) => code === 'LATE' || code === 'BELOW_MINIMUM'),
  ).toBe(false);
  await world.owner.$executeRaw`INSERT INTO check_finding (report_id, code, severity, facts, found_at)
    VALUES (${found.reportId}::uuid, 'COPIED_HOURS', 'flag', '{}', now())`;
  const after = await worker.$transaction((tx) => checkMonth(tx, { ...ask, reportIds: [found.reportId] }));
  expect(after).toMatchObject([{ reportId: found.reportId, risk: found.risk, holds: found.holds }]);
  expect(after[0]?.findings.map(({ code }) => code)).not.toContain('COPIED_HOURS');
});
