import { Readable } from 'node:stream';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { execute } from '#lib/server/command/execute.ts';
import { dataExtractBytes, takeDataExtract } from '#lib/server/data-extract/fetch-data-extract.ts';
import { database } from '#lib/server/db/client.ts';
import { exportFileResponse } from '#lib/server/export/export-response.ts';
import { seeOther } from '#lib/server/http/problem-response.ts';
import { newId } from '#lib/server/ids.ts';

type Params = { readonly params: Promise<{ readonly extractId: string }> };

/** The file, once: a second press finds that it is gone, and says so. So each press has a key of its own. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor?.kind !== 'person') return seeOther('/login?returnTo=/my-data');
  const execution = { database: database(), actor, now: now(), idempotencyKey: newId() };
  const taken = await execute(takeDataExtract, await params, execution);
  if (!taken.ok) return seeOther('/my-data?notice=gone');
  const { extractId, day } = taken.value;
  const content = Readable.from(dataExtractBytes(database(), actor, extractId));
  return exportFileResponse({ exportId: extractId, format: 'csv', day }, content, 'registerutdrag');
}
