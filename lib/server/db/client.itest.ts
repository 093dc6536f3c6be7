import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { createTestDatabase } from '#lib/server/testing/test-database.ts';

test('an instant is the same in and out, also where the database’s own time zone is not UTC', async () => {
  const made = await createTestDatabase();
  const name = new URL(made.ownerUrl).pathname.slice(1);
  await withClient(made.ownerUrl, (client) =>
    client.query(`ALTER DATABASE ${name} SET timezone = 'Europe/Stockholm'`),
  );
  const database = openDatabase(made.appUrl, 1);
  try {
    const at = new Date('2026-05-12T12:00:00.000Z');
    const rows = await database.$queryRaw<{ read: Date; same: boolean }[]>`
      SELECT '2026-05-12T12:00:00Z'::timestamptz AS read, ${at}::timestamptz = '2026-05-12T12:00:00Z'::timestamptz AS same`;
    expect(rows).toEqual([{ read: at, same: true }]);
  } finally {
    await database.$disconnect();
    await made.drop();
  }
});
