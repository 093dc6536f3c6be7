import { loggedPersonInput } from '#lib/schemas/admin.ts';
import { findLoggedPerson } from '#lib/server/admin/find-logged-person.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** From an identity number in a form to the search about whose it is: no address ever holds the number. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const form = new URLSearchParams(await request.text());
  const input = loggedPersonInput.safeParse(Object.fromEntries(form));
  if (!input.success) return seeOther('/admin?found=unreadable');
  const found = await ask(findLoggedPerson, input.data, { database: database(), actor, now: now() });
  if (!found.ok) return problemResponse(found.error);
  const { participantId } = found.value;
  if (participantId === null) return seeOther('/admin?found=nobody');
  const search = new URLSearchParams({ participant: participantId, reason: input.data.reason });
  return seeOther(`/admin?${search.toString()}`);
}
