import { withClient } from '#lib/server/db/with-client.ts';

const MARK = `INSERT INTO portal_setting (key, value) VALUES ('playedDays', 'true') ON CONFLICT DO NOTHING`;

/**
 * Marks a database as one in which days are played: what its roles say of when something happened is believed. Only whom the tables
 * belong to can. Never done to one that people use.
 */
export async function markPlayedDays(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) => client.query(MARK));
}

/** The same while the work goes on, for a database that is filled first and used then. */
export async function whileDaysArePlayed(ownerUrl: string, work: () => Promise<void>): Promise<void> {
  const { rowCount } = await withClient(ownerUrl, (client) => client.query(MARK));
  try {
    await work();
  } finally {
    if (rowCount === 1)
      await withClient(ownerUrl, (client) =>
        client.query(`DELETE FROM portal_setting WHERE key = 'playedDays'`),
      );
  }
}
