import { uploadInput } from '#lib/schemas/upload.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { answerOfUpload } from '#lib/server/upload/answer-of-upload.ts';
import { fileResponse } from '#lib/server/upload/file-response.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Params = { readonly params: Promise<{ readonly uploadId: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = uploadInput.safeParse(await params);
  if (!input.success) return problemResponse(knownProblem('notFound'));
  const asked = await ask(answerOfUpload, input.data, { database: database(), actor, now: now() });
  if (!asked.ok) return problemResponse(asked.error);
  const { content, kind, fileName } = asked.value;
  const name = `${fileName.replace(/\.[a-z]{3,4}$/i, '')}-med-fel.${kind}`;
  return fileResponse(content, kind, name);
}
