import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/server/canonical-json.ts';

/** One entry of the log as its table gives it; instants as ISO text, numbers of 64 bits and `detail` as the database writes them. */
export type LoggedEntry = { readonly [column: string]: unknown } & { readonly id: string };

/** The columns that the chain covers: all of them (a test holds them against the table). */
export const ENTRY_COLUMNS = `e.id::text AS id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.actor_kind,
  e.person_id::text AS person_id, e.actor_key, e.role, e.provider_id::text AS provider_id, e.action, e.outcome, e.subject_type,
  e.subject_id, e.participant_ids::text[] AS participant_ids, e.purpose, e.detail::text AS detail`;

/** What a receipt shows of an entry: when, what, about which thing. Nothing of a person stands in them. */
const OPEN = ['id', 'at', 'actor_kind', 'action', 'outcome', 'subject_type', 'subject_id'] as const;

/** The part of an entry that a receipt shows, with the hash of what was handed in, where the command has noted one. */
export type OpenPart = Readonly<Record<(typeof OPEN)[number], string | null>> & {
  readonly content_hash: string | null;
};

/** What the first link hangs on. */
export const CHAIN_START = Buffer.alloc(32);

export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function openPart(entry: LoggedEntry): OpenPart {
  const text = (column: string): string | null => {
    const value = entry[column];
    return typeof value === 'string' ? value : null;
  };
  return {
    id: entry.id,
    at: text('at'),
    actor_kind: text('actor_kind'),
    action: text('action'),
    outcome: text('outcome'),
    subject_type: text('subject_type'),
    subject_id: text('subject_id'),
    content_hash: contentHashIn(entry['detail']),
  };
}

function contentHashIn(detail: unknown): string | null {
  if (typeof detail !== 'string' || !detail.includes('"contentHash"')) return null;
  const hash = (JSON.parse(detail) as { readonly contentHash?: unknown } | null)?.contentHash;
  return typeof hash === 'string' ? hash : null;
}

/** SHA-256 of all other columns: who it was, about whom, why. A receipt carries this hash in place of them. */
export function closedHash(entry: LoggedEntry): Buffer {
  const closed = Object.fromEntries(Object.entries(entry).filter(([column]) => !isOpen(column)));
  return sha256(canonicalJson(closed));
}

function isOpen(column: string): boolean {
  return (OPEN as readonly string[]).includes(column);
}

/** The link: SHA-256 over the link before it, the hash of what a receipt may show, and the hash of the rest. */
export function linkFrom(previous: Buffer, open: OpenPart, closed: Buffer): Buffer {
  return sha256(previous, sha256(canonicalJson(open)), closed);
}
