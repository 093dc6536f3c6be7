import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEPT, RETENTION_RULES } from '#lib/domain/data-protection/retention-rules.ts';
import { REGISTER } from '#lib/domain/data-protection/register.ts';
import { COLUMN_KINDS, columnsOf } from '#lib/domain/data-protection/registered-table.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { dataRules } from '#lib/server/retention/data-rules.ts';
import { prepareRetention } from '#lib/server/retention/prepare-retention.ts';
import { THINNING_SQL } from '#lib/server/retention/thinning-sql.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

const NOBODY = `'00000000-0000-7000-8000-000000000000'::uuid`;
let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await createTestDatabase();
});
afterAll(() => fresh.drop());

const asOwner = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
  withClient(fresh.ownerUrl, async (client) => (await client.query<Row>(sql, [...values])).rows);

const registered = REGISTER.flatMap((table) =>
  COLUMN_KINDS.flatMap((kind) => columnsOf(table, kind).map((column) => `${table.table}.${column}`)),
);

async function realColumns(): Promise<readonly string[]> {
  const rows = await asOwner<{ at: string }>(
    `SELECT table_name || '.' || column_name AS at FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ at }) => at);
}

describe('the register', () => {
  test('has every column that there is, once, and none that there is not', async () => {
    expect(registered.toSorted()).toEqual((await realColumns()).toSorted());
  });

  test('finds a column that nobody has registered', async () => {
    await asOwner('ALTER TABLE plan ADD COLUMN mood text');
    expect((await realColumns()).filter((column) => !registered.includes(column))).toEqual(['plan.mood']);
    await asOwner('ALTER TABLE plan DROP COLUMN mood');
  });

  test('leads from every table with a person in it to that person, and to nothing that goes before what leads to it', async () => {
    const order = new Map(dataRules().map(({ table }, index) => [table, index]));
    const links = await asOwner<{ child: string; parent: string }>(
      `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid AND confdeltype <> 'c'`,
    );
    const parts = new Map(
      dataRules().map(({ table, part, ownRows }) => [table, ownRows === null ? null : part]),
    );
    const wrong = links.filter(
      ({ child, parent }) =>
        parts.get(child) === parts.get(parent) &&
        parts.get(child) !== null &&
        (order.get(child) ?? 0) < (order.get(parent) ?? 0),
    );
    expect(wrong).toEqual([]);
  });

  test('has a rule for whatever is personal, and each rule is followed', () => {
    const codes = new Set(REGISTER.map(({ retention }) => retention));
    const used = [...Object.keys(RETENTION_RULES), ...Object.keys(KEPT)].filter(
      (code) => !codes.has(code as 'case'),
    );
    // Rules that change a state, or tidy what is no person's.
    expect(used).toEqual(['workerHeartbeat', 'exportGone', 'dataExtractGone', 'rateLimit']);
    const nobodys = REGISTER.filter(({ retention }) => retention === 'none');
    expect(
      nobodys.filter(({ columns }) => columns.personal !== undefined || columns.withheld !== undefined),
    ).toEqual([]);
  });
});

describe('what the database is told', () => {
  test('are statements that it understands', async () => {
    const statements = [
      ...dataRules().flatMap(({ table, ownRows, handRows, ownColumns, handColumns }) => {
        const columns = [...ownColumns, ...handColumns].map((column) => `t."${column}"`).join(', ');
        return [ownRows, handRows].flatMap((rows) =>
          rows === null ? [] : [`SELECT ${columns} FROM ${table} t WHERE ${rows.replaceAll('$1', NOBODY)}`],
        );
      }),
      ...Object.values(THINNING_SQL).map(
        ({ table, instant, only }) =>
          `SELECT 1 FROM ${table} t WHERE (${instant}) <= timestamptz '1970-01-01' AND (${only ?? 'true'})`,
      ),
    ];
    expect(statements.length).toBeGreaterThan(150);
    await withClient(fresh.ownerUrl, async (client) => {
      for (const statement of statements)
        expect((await client.query(`EXPLAIN ${statement}`)).rows.length).toBeGreaterThan(0);
    });
  });

  test('is the same when it is prepared again', async () => {
    const all = () =>
      asOwner('SELECT r::text FROM data_rule r UNION ALL SELECT r::text FROM retention_rule r ORDER BY 1');
    const before = await all();
    await prepareRetention(fresh.ownerUrl);
    expect(await all()).toEqual(before);
    expect(before.length).toBe(dataRules().length + Object.keys(RETENTION_RULES).length);
  });
});
