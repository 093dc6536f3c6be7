import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Keep, RETENTION_RULES } from '#lib/domain/data-protection/retention-rules.ts';
import { REGISTER, REGISTER_PARTS } from '#lib/domain/data-protection/register.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { thin } from '#lib/server/retention/thin.ts';
import { THINNING_SQL } from '#lib/server/retention/thinning-sql.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import {
  makeWholePerson,
  readSchema,
  type Row,
  type Rows,
  type Schema,
  withLooseRules,
} from '#lib/server/testing/whole-person.ts';

const DAY = 86_400_000;
const STAFF = '00000000-0000-7000-8000-0000000000aa';
let fresh: TestDatabase;
let worker: Database;
beforeAll(async () => {
  fresh = await createTestDatabase();
  worker = openDatabase(fresh.workerUrl, 1);
  await makePeople([]);
});
afterAll(async () => {
  await worker.$disconnect();
  await fresh.drop();
});

type Asked = { readonly at: Date; readonly but?: Readonly<Record<string, Row>> };
const everything = Object.values(REGISTER_PARTS).flat();
const beside = everything.filter(
  (table) => table.retention === 'none' || REGISTER_PARTS.service.includes(table),
);
const personal = everything.filter((table) => !beside.includes(table));
let around: Rows = new Map();
let schema: Schema | undefined;

/** Participants whose whole case, and account, is of an instant. */
async function makePeople(asked: readonly Asked[]): Promise<{ personId: string; rows: Rows }[]> {
  const made: { personId: string; rows: Rows }[] = [];
  await withLooseRules(inject('testCluster').adminUrl, fresh.ownerUrl, async (client: Client) => {
    const making = { client, schema: (schema ??= await readSchema(client)), staff: STAFF };
    if (around.size === 0)
      around = (
        await makeWholePerson(beside.filter(isOthers), {
          ...making,
          at: new Date('2001-05-05T10:00:00Z'),
          around,
        })
      ).rows;
    for (const { at, but } of asked) {
      const different = { membership: { organisation: 'self' }, ...but };
      made.push(await makeWholePerson(personal, { ...making, at, around, but: different }));
    }
  });
  return made;
}

/** The database's own tables are as it is prepared. */
const isOthers = ({ table }: { readonly table: string }): boolean =>
  !['portal_setting', 'data_rule', 'retention_rule', 'thinning', 'audit_chain'].includes(table);

const asOwner = <R extends object>(sql: string, values: readonly unknown[] = []) =>
  withClient(fresh.ownerUrl, async (client) => (await client.query<R>(sql, [...values])).rows);

const marksOf = (row: Row): readonly string[] =>
  Object.values(row).flatMap(
    (value) => /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(String(value))?.[0] ?? [],
  );

/** The tables in which anything of a person is left: an id of theirs, or a canary. */
async function traces(rows: Rows): Promise<readonly string[]> {
  const shared = new Set([...around.values()].flatMap(marksOf));
  const own = [...rows.values()].flatMap(marksOf).filter((mark) => !shared.has(mark) && mark !== STAFF);
  const each = REGISTER.map(
    ({ table }) => `SELECT '${table}' AS at WHERE EXISTS (SELECT 1 FROM ${table} t WHERE t::text ~ $1)`,
  );
  const found = await asOwner<{ at: string }>(each.join(' UNION ALL '), [own.join('|')]);
  return found.map(({ at }) => at).toSorted();
}

/** When something has had its time, by the words of the rule: the oracle, which knows nothing of SQL. */
function dueAt(keep: Keep, at: Date): Date {
  if ('days' in keep) return new Date(at.getTime() + keep.days * DAY);
  const due = new Date(at);
  if ('years' in keep) {
    due.setUTCFullYear(at.getUTCFullYear() + keep.years);
    return due;
  }
  return new Date(Date.UTC(at.getUTCFullYear() + 1 + keep.calendarYears, 0, 1));
}

const NOON = new Date('2016-06-15T10:00:00Z');
const caseTables = REGISTER_PARTS.case
  .filter(({ retention }) => retention === 'case')
  .map(({ table }) => table)
  .toSorted();

describe('a case', () => {
  test('is whole the day before it has had its time, and gone in every table the day after', async () => {
    const [one] = await makePeople([{ at: NOON }]);
    if (one === undefined) throw new Error('nobody was made');
    const due = dueAt(RETENTION_RULES.case.keep, NOON).getTime();
    expect(await traces(one.rows)).toEqual(expect.arrayContaining(caseTables));
    await thin(worker, new Date(due - DAY));
    expect((await traces(one.rows)).filter((table) => caseTables.includes(table))).toEqual(caseTables);
    await thin(worker, new Date(due + DAY));
    expect(await traces(one.rows)).toEqual([]);
  });

  test('stays while something is not settled, or somebody has said that it is to stay', async () => {
    const unsettled: readonly Readonly<Record<string, Row>>[] = [
      { legal_hold: { lifted_at: null, lifted_by_person_id: null } },
      { statement_dispute: { closed_at: null } },
      { report: { status: 'inReview' } },
      { document: { status: 'submitted' } },
      { outcome: { status: 'submitted' } },
      { report_correction: { decided_at: null } },
      { data_extract: { state: 'ready', requested_at: new Date('2030-01-01') } },
    ];
    const made = await makePeople(unsettled.map((but) => ({ at: NOON, but })));
    const due = new Date(dueAt(RETENTION_RULES.case.keep, NOON).getTime() + DAY);
    await thin(worker, due);
    const left = (of: string) =>
      asOwner(
        `SELECT q.id FROM participant q WHERE q.person_id = ANY ($1) AND EXISTS (SELECT 1 FROM ${of} x WHERE x.participant_id = q.id)`,
        [made.map(({ personId }) => personId)],
      );
    for (const table of ['placement', 'experience', 'choice'])
      expect(await left(table)).toHaveLength(unsettled.length);
    await withLooseRules(inject('testCluster').adminUrl, fresh.ownerUrl, async (client) => {
      for (const but of unsettled)
        for (const table of Object.keys(but)) await client.query(`UPDATE ${table} SET ${settle(table)}`);
    });
    await thin(worker, due);
    expect(await left('placement')).toEqual([]);
  });

  test('of whoever works here too leaves the account', async () => {
    const [one] = await makePeople([
      { at: NOON, but: { membership: { organisation: 'provider', valid_to: null } } },
    ]);
    if (one === undefined) throw new Error('nobody was made');
    await thin(worker, new Date(dueAt(RETENTION_RULES.case.keep, NOON).getTime() + DAY));
    const left = await traces(one.rows);
    expect(left).toEqual(expect.arrayContaining(['person', 'membership']));
    expect(left.filter((table) => caseTables.includes(table))).toEqual([]);
  });
});

function settle(table: string): string {
  switch (table) {
    case 'legal_hold':
      return `lifted_at = now(), lifted_by_person_id = '${STAFF}'`;
    case 'statement_dispute':
      return `closed_at = '2016-07-01'`;
    case 'report_correction':
      return `decided_at = '2016-07-01'`;
    case 'data_extract':
      return `state = 'gone'`;
    default:
      return `status = 'approved'`;
  }
}

const rules = Object.entries(THINNING_SQL).flatMap(([code, { change, table }]) =>
  change === undefined && personal.some((one) => one.table === table)
    ? [{ table, keep: RETENTION_RULES[code as keyof typeof RETENTION_RULES].keep }]
    : [],
);

test('each rule keeps what is a day too young and takes what is a day too old, whatever the age', async () => {
  const instant = fc.date({ min: new Date('2008-01-02'), max: new Date('2017-12-30'), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(
      fc.array(instant, { minLength: 2, maxLength: 2 }),
      fc.constantFrom(...rules),
      async (ages, rule) => {
        const noons = ages.map((at) => new Date(`${at.toISOString().slice(0, 10)}T11:00:00Z`));
        const but = { complaint: { placement_id: null } };
        const made = await makePeople(noons.map((at) => ({ at, but })));
        // The clock of the youngest: the others are older by years or by days.
        const due = Math.max(...noons.map((at) => dueAt(rule.keep, at).getTime()));
        for (const clock of [new Date(due - 1.5 * DAY), new Date(due + 1.5 * DAY)]) {
          await thin(worker, clock);
          for (const [index, { rows }] of made.entries()) {
            const at = noons[index] ?? clock;
            const left = await traces(rows);
            const isCase = dueAt(RETENTION_RULES.case.keep, at) > clock;
            const expected = isCase && dueAt(rule.keep, at) > clock;
            expect([rule.table, at, clock, left.includes(rule.table)]).toEqual([
              rule.table,
              at,
              clock,
              expected,
            ]);
            expect(isCase || left.length === 0).toBe(true);
          }
        }
      },
    ),
    { numRuns: 2, endOnFailure: true, seed: Number(process.env['SEED'] ?? 35) },
  );
}, 120_000);

describe('thinning', () => {
  test('is in the log in numbers alone, by the same step', async () => {
    const [one] = await makePeople([{ at: NOON }]);
    await thin(worker, new Date('2026-01-01'));
    const logged = await asOwner<{ detail: Record<string, number>; participants: number; code: string }>(
      `SELECT detail, cardinality(participant_ids) AS participants, subject_id AS code FROM audit_entry WHERE action = 'retention.thin' ORDER BY id DESC`,
    );
    expect(logged.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['case', 'session', 'notification']),
    );
    for (const { detail, participants } of logged) {
      expect(participants).toBe(0);
      for (const [table, count] of Object.entries(detail)) {
        expect(REGISTER.map((each) => each.table)).toContain(table);
        expect(count).toBeGreaterThan(0);
      }
    }
    expect(one?.personId).toBeDefined();
  });

  test('goes by the database’s clock where days are not played', async () => {
    await asOwner(`DELETE FROM portal_setting WHERE key = 'playedDays'`);
    await expect(thin(worker, new Date('2046-01-01'))).rejects.toThrow(/judged by the clock/);
    await thin(worker);
    await asOwner(`INSERT INTO portal_setting (key, value) VALUES ('playedDays', 'true')`);
  });

  test('is no way for the worker to take away what it likes', async () => {
    await expect(worker.$executeRaw`DELETE FROM placement`).rejects.toThrow(/permission denied/);
    await expect(worker.$executeRaw`DELETE FROM idempotency_key`).rejects.toThrow(/permission denied/);
    await expect(worker.$executeRaw`SELECT app.erase(gen_random_uuid(), 'case')`).rejects.toThrow(
      /permission denied/,
    );
    await expect(worker.$executeRaw`SELECT app.begin_thinning(now(), 1)`).rejects.toThrow(
      /permission denied/,
    );
    await expect(worker.$executeRaw`UPDATE retention_rule SET keep = '0'`).rejects.toThrow(
      /permission denied/,
    );
  });

  test('leaves what is append-only so, for its owner too', async () => {
    await makePeople([{ at: new Date() }]);
    await expect(asOwner('DELETE FROM plan_comment')).rejects.toThrow(/append-only/);
    await expect(asOwner('DELETE FROM report')).rejects.toThrow();
  });
});
