import { expect, it } from 'vitest';
import { openDatabase } from '#lib/server/db/client.ts';
import { entitlementBreaches } from '#lib/server/statement/testing/years/entitlement-check.ts';
import { runYears } from '#lib/server/statement/testing/years/run-years.ts';
import { statementBreaches } from '#lib/server/statement/testing/years/statement-check.ts';
import { createTestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const SEED = 7;
const MONTHS = 24;
const LAST = plainDate('2018-01-24');

it(`two years of corrections: the sum of all statements is what the facts of the day give, after every run (seed ${SEED})`, async () => {
  const test = await createTestDatabase();
  const owner = openDatabase(test.ownerUrl, 2);
  const worker = openDatabase(test.workerUrl, 3);
  const years = await runYears({ owner, worker, placements: 40, months: MONTHS, seed: SEED });
  expect(years.breaches).toEqual([]);
  expect(years.runs).toBe(MONTHS);
  expect(years.changes).toBeGreaterThan(50);
  const components = await owner.statementLine.groupBy({ by: ['component'], orderBy: { component: 'asc' } });
  expect(components.map(({ component }) => component)).toEqual([
    'basePay',
    'resultPay',
    'speedBonus',
    'supplement',
  ]);
  // An öre that is changed behind everybody's back is found, both ways.
  const { statementId, id } = await owner.statementLine.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await owner.$executeRawUnsafe('ALTER TABLE statement_line DISABLE TRIGGER USER');
  await owner.$executeRawUnsafe(`UPDATE statement_line SET amount_ore = amount_ore + 1 WHERE id = ${id}`);
  const { runId } = await owner.statement.findUniqueOrThrow({ where: { id: statementId } });
  expect(await entitlementBreaches(owner, LAST)).toHaveLength(1);
  expect((await statementBreaches(owner, runId, new Map())).join('\n')).toMatch(/lines\n(.*\n)*.* net/);
  await Promise.all([owner.$disconnect(), worker.$disconnect()]);
  await test.drop();
}, 60_000);
