import type { Client } from 'pg';
import { Aviary, newToken } from '#lib/server/testing/canaries/canary.ts';
import { findPersonalFields, type PersonalField } from '#lib/server/testing/canaries/find-fields.ts';

/** One word each: what is planted in texts goes after a space. */
const NAMES = new Set([
  'family_name',
  'email',
  'name',
  'contact_name',
  'employer_name',
  'file_name',
  'recipient',
]);
/** Words of the portal's own, that a page looks up. */
const OWN_WORDS = new Set([
  'audit_entry',
  'notification',
  'check_finding',
  'document_finding',
  'outcome_finding',
  'statement_line',
]);

type Row = { readonly ctid: string; readonly value: unknown; readonly participant: string };

/**
 * Writes a canary of its own into every personal field of every participant that is there, as the database's owner and past the
 * triggers that keep texts as they were said. Returns what to listen for: those, and identity numbers as they stand.
 */
export async function plantCanaries(owner: Client): Promise<Aviary> {
  const aviary = new Aviary();
  await owner.query('BEGIN');
  for (const field of await findPersonalFields(owner)) await plantInto(owner, field, aviary);
  await owner.query('COMMIT');
  const { rows } = await owner.query<{ number: string; participant: string }>(`
    SELECT i.identity_number::text AS number, a.id::text AS participant FROM person_identity i JOIN participant a ON a.person_id = i.person_id
    WHERE i.identity_number IS NOT NULL`);
  for (const { number, participant } of rows) {
    const canary = { participantId: participant, field: 'person_identity.identity_number' };
    for (const token of [number, `${number.slice(0, 8)}-${number.slice(8)}`])
      aviary.add({ ...canary, token });
  }
  return aviary;
}

async function plantInto(owner: Client, field: PersonalField, aviary: Aviary): Promise<void> {
  const { table, column, isJson, participant } = field;
  if (OWN_WORDS.has(table)) return;
  const { rows } = await owner.query<Row>(
    `SELECT t.ctid::text, to_jsonb(t."${column}") AS value, ${participant}::text AS participant FROM "${table}" t
     WHERE t."${column}" IS NOT NULL AND ${participant} IS NOT NULL`,
  );
  const planted: {
    readonly ctid: string;
    readonly value: unknown;
    readonly tokens: readonly string[];
    readonly whose: string;
  }[] = [];
  for (const { ctid, value, participant: whose } of rows) {
    const tokens: string[] = [];
    const plant = (text: string): string => {
      const token = newToken();
      tokens.push(token);
      return text.includes('@') ? `${token}.${text}` : `${text} ${token}`;
    };
    const changed = isJson ? changedJson(value, plant) : changedText(value, column, plant);
    if (tokens.length > 0) planted.push({ ctid, value: changed, tokens, whose });
  }
  if (planted.length === 0 || !(await written(owner, field, planted))) return;
  for (const { tokens, whose } of planted) {
    for (const token of tokens) aviary.add({ token, participantId: whose, field: `${table}.${column}` });
  }
}

/** False where the column takes no such words: it holds a code. */
async function written(
  owner: Client,
  { table, column, isJson }: PersonalField,
  planted: readonly { readonly ctid: string; readonly value: unknown }[],
): Promise<boolean> {
  const given = JSON.stringify(planted.map(({ ctid, value }) => ({ ctid, value })));
  await owner.query('SAVEPOINT planting');
  try {
    await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    await owner.query(
      `UPDATE "${table}" t SET "${column}" = ${isJson ? 'x.value' : `x.value #>> '{}'`}
       FROM jsonb_to_recordset($1::jsonb) AS x (ctid text, value jsonb) WHERE t.ctid = x.ctid::tid`,
      [given],
    );
    await owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    await owner.query('RELEASE SAVEPOINT planting');
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === '23514' || error.code === '22001')))
      throw error;
    await owner.query('ROLLBACK TO SAVEPOINT planting');
    return false;
  }
}

function changedText(value: unknown, column: string, plant: (text: string) => string): unknown {
  return typeof value === 'string' && (value.includes(' ') || NAMES.has(column)) ? plant(value) : value;
}

/** Sentences in what is stored whole; codes, days and ids are left as they are. */
function changedJson(value: unknown, plant: (text: string) => string): unknown {
  if (typeof value === 'string') return value.includes(' ') ? plant(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => changedJson(item, plant));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changedJson(inner, plant)]));
}
