import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { readPublishedKeys } from '#lib/server/audit/published-keys.ts';
import { env } from '#lib/server/env.ts';

/** The public keys that the log's checkpoints and all receipts are signed with, oldest first, for anybody. */
export async function GET(): Promise<Response> {
  return Response.json(await readPublishedKeys(auditFolder(env().PORTAL_DATA_DIR)));
}
