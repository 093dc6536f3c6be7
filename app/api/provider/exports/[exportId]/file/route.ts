import { Readable } from 'node:stream';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { execute } from '#lib/server/command/execute.ts';
import { database } from '#lib/server/db/client.ts';
import { exportFileResponse } from '#lib/server/export/export-response.ts';
import { exportBytes, takeExport } from '#lib/server/export/fetch-export.ts';
import { seeOther } from '#lib/server/http/problem-response.ts';
import { newId } from '#lib/server/ids.ts';

type Params = { readonly params: Promise<{ readonly exportId: string }> };

/** The file, once: a second press finds that it is gone, and says so. So each press has a key of its own. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor?.kind !== 'person') return seeOther('/login?returnTo=/provider/export');
  const execution = { database: database(), actor, now: now(), idempotencyKey: newId() };
  const taken = await execute(takeExport, await params, execution);
  if (!taken.ok) return seeOther('/provider/export?notice=gone');
  const { exportId } = taken.value;
  return exportFileResponse(taken.value, Readable.from(exportBytes(database(), actor, exportId)));
}
