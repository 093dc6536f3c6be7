import { createHash, randomUUID } from 'node:crypto';
import { MOST_FILE_BYTES } from '#lib/schemas/upload.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { execute } from '#lib/server/command/execute.ts';
import { database } from '#lib/server/db/client.ts';
import { keepAttempt } from '#lib/server/http/form-attempt.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { tooManyRequests, tooManyRequestsProblem } from '#lib/server/rate-limit/too-many-requests.ts';
import { MONTHS_PAGE } from '#lib/server/report/provider-paths.ts';
import { RECEIVE_UPLOAD, receiveUpload } from '#lib/server/upload/receive-upload.ts';
import { parseMonth } from '#lib/shared/month.ts';
import { knownProblem, type Problem, type ProblemLocale, validationProblem } from '#lib/shared/problem.ts';

const MIB = 1024 * 1024;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

export function uploadPage(month: string): string {
  return `${MONTHS_PAGE}/${month}/upload`;
}

export function uploadPath(month: string, uploadId: string): string {
  return `${uploadPage(month)}/${uploadId}`;
}

/**
 * A file from the upload form: multipart, which the gate has found sound and of a size. Answers with the page on which
 * its reading is followed, or with the form again and what was wrong.
 */
export async function answerUpload(
  request: Request,
  { params }: { readonly params: Promise<{ readonly month: string }> },
): Promise<Response> {
  const { month } = await params;
  if (parseMonth(month) === null) return problemResponse(knownProblem('notFound'));
  const back = uploadPage(month);
  const actor = await actorFromRequest(request);
  if (actor === null) return seeOther(withSearch('/login', 'returnTo', back));
  const form = await request.formData();
  const given = form.get('file');
  const file = given instanceof File && given.size > 0 ? given : null;
  const idempotencyKey = textOf(form, 'idempotencyKey') ?? randomUUID();
  const replace = textOf(form, 'replace') === 'on';
  const refuse = async (problem: Problem): Promise<Response> => {
    const values = { replace: replace ? 'on' : '' };
    const attempt = await keepAttempt(database(), actor, {
      command: RECEIVE_UPLOAD,
      path: back,
      values,
      idempotencyKey,
      problem,
    });
    return seeOther(withSearch(back, 'attempt', attempt));
  };
  const locale = actor.kind === 'person' && actor.locale.startsWith('en') ? 'en' : 'sv';
  if (actor.kind === 'person') {
    const token = await takeToken(database(), limits.upload, { kind: 'account', id: actor.personId });
    if (!token.ok) {
      // A person gets their form back; a program is told as it asks for it.
      return request.headers.get('accept')?.includes('text/html') === true
        ? await refuse(tooManyRequestsProblem(token.error, locale))
        : tooManyRequests(token.error, locale);
    }
  }
  if (file === null) return await refuse(noFile(locale));
  if (file.size > MOST_FILE_BYTES) return await refuse(tooLargeFile(file.size, locale));
  if (!IDEMPOTENCY_KEY.test(idempotencyKey)) return problemResponse(knownProblem('malformedRequest'));
  const content = new Uint8Array(await file.arrayBuffer());
  const sha256 = createHash('sha256').update(content).digest('hex');
  const input = { month, fileName: nameOf(file), size: content.length, sha256, replace };
  const execution = { database: database(), actor, now: now(), idempotencyKey };
  const result = await execute(receiveUpload(content), input, execution);
  return result.ok ? seeOther(uploadPath(month, result.value.id)) : await refuse(result.error.problem);
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
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

function noFile(locale: ProblemLocale): Problem {
  const words = {
    sv: { message: 'Du har inte valt någon fil.', fix: 'Välj en fil i formatet .xlsx eller .csv.' },
    en: { message: 'You have not chosen a file.', fix: 'Choose a file of the kind .xlsx or .csv.' },
  };
  return validationProblem([{ pointer: '/file', code: 'fileMissing', ...words[locale] }]);
}

function tooLargeFile(size: number, locale: ProblemLocale): Problem {
  const [has, most] = [Math.ceil(size / MIB), MOST_FILE_BYTES / MIB];
  const words = {
    sv: { message: `Filen är för stor: ${has} MiB.`, fix: `Dela upp den i filer på högst ${most} MiB.` },
    en: {
      message: `The file is too large: ${has} MiB.`,
      fix: `Divide it into files of at most ${most} MiB.`,
    },
  };
  return validationProblem([{ pointer: '/file', code: 'fileTooLarge', ...words[locale] }]);
}
