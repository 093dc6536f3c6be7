import type { Client } from 'pg';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** Days that people in the story let pass before they have read what they were told. */
const READ_AFTER_DAYS = 5;

/** What the people were told long ago they have read, and got their mail of; the last days wait for whoever logs in. */
export async function readOldNotifications(client: Client, today: PlainDate): Promise<void> {
  await client.query(
    `UPDATE notification SET read_at = created_at + interval '1 hour' WHERE created_at < $1::date`,
    [addDays(today, -READ_AFTER_DAYS)],
  );
  await client.query(`UPDATE notification SET mail = 'sent' WHERE mail = 'waiting'`);
}
