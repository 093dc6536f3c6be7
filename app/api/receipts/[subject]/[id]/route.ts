import { receiptFileInput } from '#lib/schemas/receipt.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { receiptFile } from '#lib/server/receipt/receipt-file.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Params = { readonly params: Promise<Record<string, string>> };

/** The receipt of what was handed in, as a file; until it is signed, the page that says so. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = receiptFileInput.safeParse(await params);
  if (!input.success) return problemResponse(knownProblem('notFound'));
  const asked = await ask(receiptFile, input.data, { database: database(), actor, now: now() });
  if (!asked.ok) return problemResponse(asked.error);
  const { file } = asked.value;
  if (file === null) return seeOther('/verify?pending=1');
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="kvitto-${file.seq}.json"`,
      'cache-control': 'no-store',
    },
  });
}
