import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { type FileFault, fileProblem } from '#lib/domain/evidence/file-fault.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { execute } from '#lib/server/command/execute.ts';
import { database } from '#lib/server/db/client.ts';
import { ADD_EVIDENCE, addEvidence } from '#lib/server/evidence/add-evidence.ts';
import { checkContent } from '#lib/server/evidence/content/check-content.ts';
import { evidencePath } from '#lib/server/evidence/open-outcome.ts';
import { keepAttempt } from '#lib/server/http/form-attempt.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { tooManyRequestsProblem } from '#lib/server/rate-limit/too-many-requests.ts';
import { knownProblem, type Problem, type ProblemLocale, validationProblem } from '#lib/shared/problem.ts';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * A file of evidence from its form: multipart, which the gate has found sound and of a size. Nothing of it is stored before
 * its bytes have been found to be what they should.
 */
export async function answerEvidenceUpload(
  request: Request,
  { params }: { readonly params: Promise<{ readonly outcomeId: string }> },
): Promise<Response> {
  const { outcomeId } = await params;
  if (!z.uuid().safeParse(outcomeId).success) return problemResponse(knownProblem('notFound'));
  const back = evidencePath(outcomeId);
  const actor = await actorFromRequest(request);
  if (actor === null) return seeOther(withSearch('/login', 'returnTo', back));
  const form = await request.formData();
  const values = valuesOf(form);
  const idempotencyKey = values['idempotencyKey'] ?? randomUUID();
  if (!IDEMPOTENCY_KEY.test(idempotencyKey)) return problemResponse(knownProblem('malformedRequest'));
  const stored = await store(form.get('file'), { outcomeId, actor, values, idempotencyKey });
  if (stored === null) return seeOther(withSearch(back, 'done', 'given'));
  const attempt = await keepAttempt(database(), actor, {
    command: ADD_EVIDENCE,
    path: back,
    values,
    idempotencyKey,
    problem: stored,
  });
  return seeOther(withSearch(back, 'attempt', attempt));
}

type Given = {
  readonly outcomeId: string;
  readonly actor: Actor;
  readonly values: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
};

/** Null: it is stored. */
async function store(given: FormDataEntryValue | null, about: Given): Promise<Problem | null> {
  const { actor, values, idempotencyKey, outcomeId } = about;
  const locale = localeOf(actor);
  const refuse = (fault: FileFault): Problem => validationProblem([fileProblem(fault, locale)]);
  if (actor.kind === 'person') {
    const token = await takeToken(database(), limits.upload, { kind: 'account', id: actor.personId });
    if (!token.ok) return tooManyRequestsProblem(token.error, locale);
  }
  if (!(given instanceof File) || (given.size === 0 && given.name === ''))
    return refuse({ code: 'fileMissing' });
  const content = new Uint8Array(await given.arrayBuffer());
  const checked = await checkContent(Buffer.from(content.buffer));
  if (!checked.ok) return refuse(checked.error);
  const input = {
    ...values,
    outcomeId,
    fileName: nameOf(given),
    mediaType: checked.value,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  const execution = { database: database(), actor, now: now(), idempotencyKey };
  const result = await execute(addEvidence(content), input, execution);
  return result.ok ? null : result.error.problem;
}

function valuesOf(form: FormData): Record<string, string> {
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  return Object.fromEntries(fields.map(([name, value]) => [name, value.slice(0, 300)]));
}

function localeOf(actor: Actor): ProblemLocale {
  return actor.kind === 'person' && actor.locale.startsWith('en') ? 'en' : 'sv';
}

/** What the file is called, for people to know it by: nothing is ever stored or opened under that name. */
function nameOf({ name }: File): string {
  const plain =
    name
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .split(/[\\/]/)
      .at(-1)
      ?.trim() ?? '';
  return plain === '' ? 'fil' : plain.slice(-200);
}
