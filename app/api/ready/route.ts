import { database } from '#lib/server/db/client.ts';
import { checkReadiness } from '#lib/server/health/check-readiness.ts';

export const dynamic = 'force-dynamic';

/** 200 when database, migrations and worker are in order, else 503 with the part that is not. */
export async function GET(): Promise<Response> {
  const { ready, parts } = await checkReadiness(database());
  return Response.json({ status: ready ? 'ready' : 'notReady', parts }, { status: ready ? 200 : 503 });
}
