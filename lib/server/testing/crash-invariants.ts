import type { Client } from 'pg';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What the portal has said that it received: by what each is known outside. */
export type Acknowledged = {
  /** References of the service periods that a report was sent for, and the month that they are of. */
  readonly reports: readonly string[];
  readonly month: PlainDate;
  /** Notes of entries of the log. */
  readonly entries: readonly string[];
  /** Addresses that were invited. */
  readonly invitations: readonly string[];
};

export type Invariants = {
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** There more than once, or written down more than once. */
  readonly doubled: number;
  /** There without what belongs to it: rows, signature, entry in the log, mail that is to go out, answer under its key. */
  readonly half: number;
  /** Signatures whose content no longer gives the hash that was signed. */
  readonly receiptsWrong: number;
};

const LOST = `
  SELECT (SELECT count(*) FROM unnest($1::text[]) reference WHERE NOT EXISTS (SELECT FROM service_period s
      JOIN report r ON r.placement_id = s.placement_id AND r.month = $2::date WHERE s.implementation_reference = reference))
    + (SELECT count(*) FROM unnest($3::text[]) note WHERE note NOT IN (SELECT e.note FROM activity_entry e))
    + (SELECT count(*) FROM unnest($4::text[]) email WHERE email NOT IN (SELECT i.email FROM invitation i)) AS n`;

/** What each command wrote down of itself, one line for each thing that it made. */
const LOGGED = `WITH logged AS MATERIALIZED (
  SELECT e.action, made.id, count(*) AS times FROM audit_entry e, LATERAL (
      SELECT jsonb_array_elements_text(e.detail -> 'reportIds') AS id WHERE e.action IN ('report.submitRows', 'report.attestStanding')
      UNION ALL SELECT jsonb_array_elements_text(e.detail -> 'entryIds') WHERE e.action = 'activityEntry.add'
      UNION ALL SELECT e.subject_id WHERE e.action = 'invitation.create') made
    WHERE e.outcome = 'done' GROUP BY e.action, made.id)`;

const DOUBLED = `${LOGGED}
  SELECT (SELECT count(*) FROM logged WHERE times > 1)
    + (SELECT count(*) FROM (SELECT FROM report GROUP BY placement_id, month HAVING count(*) > 1) twice)
    + (SELECT count(*) FROM (SELECT FROM activity_entry WHERE note <> '' GROUP BY note HAVING count(*) > 1) twice)
    + (SELECT count(*) FROM (SELECT FROM invitation GROUP BY email HAVING count(*) > 1) twice)
    + (SELECT count(*) FROM (SELECT FROM pgboss.job WHERE name = 'mail.send' GROUP BY data ->> 'to' HAVING count(*) > 1) twice) AS n`;

const HALF = `${LOGGED}
  SELECT (SELECT count(*) FROM report r WHERE (SELECT count(*) FROM report_row w WHERE w.report_id = r.id) <> $1::int
      OR r.attestation_id IS NULL
      OR 2 <> (SELECT count(DISTINCT l.action) FROM logged l WHERE l.id = r.id::text))
    + (SELECT count(*) FROM attestation a WHERE NOT EXISTS (SELECT FROM report r WHERE r.attestation_id = a.id))
    + (SELECT count(*) FROM activity_entry e WHERE NOT EXISTS (SELECT FROM logged l WHERE l.id = e.id::text))
    + (SELECT count(*) FROM invitation i WHERE NOT EXISTS (SELECT FROM logged l WHERE l.id = i.id::text)
      OR NOT EXISTS (SELECT FROM pgboss.job j WHERE j.name = 'mail.send' AND j.data ->> 'to' = i.email))
    + (SELECT count(*) FROM idempotency_key WHERE response IS NULL) AS n`;

/** Holds what is stored against what was acknowledged. All that is stored has to be whole, also what nobody was told of. */
export async function checkInvariants(
  client: Client,
  { reports, month, entries, invitations }: Acknowledged,
  rowsEach: number,
): Promise<Invariants> {
  const count = async (sql: string, values: readonly unknown[]): Promise<number> => {
    const { rows } = await client.query<{ n: string }>(sql, [...values]);
    return Number(rows[0]?.n);
  };
  return {
    lost: await count(LOST, [reports, month, entries, invitations]),
    doubled: await count(DOUBLED, []),
    half: await count(HALF, [rowsEach]),
    receiptsWrong: await wrongReceipts(client),
  };
}

async function wrongReceipts(client: Client): Promise<number> {
  const { rows } = await client.query<{ content: unknown; hash: string }>(
    'SELECT content, content_hash AS hash FROM attestation',
  );
  return rows.filter(({ content, hash }) => hashOf(content).toString('hex') !== hash).length;
}
