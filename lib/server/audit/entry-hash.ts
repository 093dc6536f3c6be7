import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/server/canonical-json.ts';

/** One entry of the log as its table gives it; instants as ISO text, numbers of 64 bits as text. */
export type LoggedEntry = { readonly [column: string]: unknown } & { readonly id: string };

/** The columns that the chain covers: all of them. */
export const ENTRY_COLUMNS = `e.id::text AS id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.actor_kind,
  e.person_id::text AS person_id, e.actor_key, e.role, e.provider_id::text AS provider_id, e.action, e.outcome, e.subject_type,
  e.subject_id, e.participant_ids::text[] AS participant_ids, e.purpose, e.detail`;

/** What the first link hangs on. */
export const CHAIN_START = Buffer.alloc(32);

/** The link of an entry: SHA-256 over the link before it and the entry's canonical JSON. */
export function linkOf(previous: Buffer, entry: LoggedEntry): Buffer {
  return createHash('sha256').update(previous).update(canonicalJson(entry)).digest();
}
