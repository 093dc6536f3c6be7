import { evidenceInput } from '#lib/schemas/evidence.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { fileStream } from '#lib/server/evidence/file-stream.ts';
import { openEvidenceFile } from '#lib/server/evidence/open-file.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Params = { readonly params: Promise<{ readonly evidenceId: string }> };

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/**
 * A file of evidence: to be saved, or with `?view` to be looked at. No copy stays behind, and nothing in it runs: see `policyFor`
 * of the gate for its content security policy.
 */
export async function answerEvidenceFile(request: Request, { params }: Params): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = evidenceInput.safeParse(await params);
  if (!input.success) return problemResponse(knownProblem('notFound'));
  const asked = await ask(openEvidenceFile, input.data, { database: database(), actor, now: now() });
  if (!asked.ok) return problemResponse(asked.error);
  const { evidenceId, fileName, mediaType, size } = asked.value;
  const view = new URL(request.url).searchParams.has('view');
  // The ending is the content's, whatever the file was called.
  const name = `${fileName.replace(/\.[a-z0-9]{1,5}$/i, '')}.${ENDINGS[mediaType]}`;
  const plain = name.replaceAll(/[^\w.-]+/g, '-');
  return new Response(fileStream(database(), actor, evidenceId), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `${view ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
}
