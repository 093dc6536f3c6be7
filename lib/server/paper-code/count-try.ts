import { type CodeTrouble, readCode } from '#lib/domain/paper-code/paper-code.ts';
import type { Database } from '#lib/server/db/client.ts';
import { limits, type Subject } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/**
 * Counts what somebody has typed as a try: every text for the address it comes from, and those that can be a code, which alone are
 * looked up, for all addresses together. The code as it is looked up, or why it is not.
 */
export async function countTry(
  database: Pick<Database, '$queryRaw'>,
  address: Subject,
  typed: string,
): Promise<Result<string, CodeTrouble>> {
  const own = await takeToken(database, limits.paperCode, address);
  if (!own.ok) return err('tooMany');
  const code = readCode(typed);
  if (code === null) return err('mistyped');
  const all = await takeToken(database, limits.paperCodes, { kind: 'everybody', id: 'all' });
  return all.ok ? ok(code) : err('tooMany');
}
