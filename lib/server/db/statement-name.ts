import { createHash } from 'node:crypto';

/** Statements are told apart by their text: so many of them are kept prepared on each connection, the rest are not. */
const MOST = 1000;

const names = new Map<string, string>();

/**
 * A name for a statement, so that each connection plans it once and not every time: with row-level security below it,
 * planning costs more than running. Empty, and so not kept, for what comes after the first thousand different texts.
 */
export function statementName({ sql }: { readonly sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST) return '';
  const name = createHash('sha256').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}
