import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#lib/domain/actor/actor.ts';
import {
  EXPERIENCE_FIELDS,
  EXPERIENCE_HEADINGS,
  experienceFileProblem,
  type ExperienceTable,
  readExperienceTable,
} from '#lib/domain/experience/experience-file.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { database } from '#lib/server/db/client.ts';
import { importExperience } from '#lib/server/experience/import-experience.ts';
import { readInThread } from '#lib/server/files/read-in-thread.ts';
import { READ_LIMITS } from '#lib/server/files/read-limits.ts';
import { keepAttempt } from '#lib/server/http/form-attempt.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { tooManyRequestsProblem } from '#lib/server/rate-limit/too-many-requests.ts';
import { type FieldProblem, knownProblem, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, type Result } from '#lib/shared/result.ts';

const MIB = 1024 * 1024;

/**
 * A file with experience from its form: multipart, which the gate has found sound and of a size. Its rows are kept as a form
 * that waits to be sent, and shown with what they would come to. Nothing is written, and the file itself is not kept.
 */
export async function answerExperienceUpload(
  request: Request,
  { params }: { readonly params: Promise<{ readonly placementId: string }> },
): Promise<Response> {
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) return problemResponse(knownProblem('notFound'));
  const path = `/provider/participants/${placementId}/experience`;
  const actor = await actorFromRequest(request);
  if (actor === null) return seeOther(withSearch('/login', 'returnTo', path));
  if (!holdsMandate(actor, importExperience.mandates)) return problemResponse(knownProblem('forbidden'));
  const read = await readFor(actor, await request.formData());
  const attempt = await keepAttempt(database(), actor, {
    command: importExperience.name,
    path,
    values: read.ok ? { placementId, ...valuesOf(read.value) } : { placementId },
    idempotencyKey: randomUUID(),
    problem: read.ok ? validationProblem([]) : read.error,
  });
  return seeOther(withSearch(path, 'attempt', attempt));
}

async function readFor(actor: Actor, form: FormData): Promise<Result<ExperienceTable, Problem>> {
  const refuse = (problem: FieldProblem) => err(validationProblem([problem]));
  if (actor.kind === 'person') {
    const token = await takeToken(database(), limits.upload, { kind: 'account', id: actor.personId });
    if (!token.ok) return err(tooManyRequestsProblem(token.error));
  }
  const file = form.get('file');
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refuse(noFile());
  if (file.size > READ_LIMITS.file) return refuse(tooLargeFile(file.size));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const table = await readInThread(bytes, READ_LIMITS, EXPERIENCE_HEADINGS);
  if (!table.ok) return refuse(experienceFileProblem(table.error));
  const rows = readExperienceTable(table.value);
  return rows.ok ? rows : refuse(rows.error);
}

/** The rows as the fields of the form that writes them down, all of them chosen. */
function valuesOf({ rows, ignored }: ExperienceTable): Record<string, string> {
  const fields = rows.flatMap((row, index) => [
    [`rows.${index}.row`, String(row.row)] as const,
    [`rows.${index}.take`, 'on'] as const,
    ...EXPERIENCE_FIELDS.map((field) => [`rows.${index}.${field}`, row[field]] as const),
  ]);
  return { ...Object.fromEntries(fields), ignored: ignored.join(', ').slice(0, 300) };
}

function noFile(): FieldProblem {
  return {
    pointer: '/file',
    code: 'fileMissing',
    message: 'Du har inte valt någon fil.',
    fix: 'Välj en fil i formatet .xlsx eller .csv.',
  };
}

function tooLargeFile(size: number): FieldProblem {
  return {
    pointer: '/file',
    code: 'fileTooLarge',
    message: `Filen är för stor: ${Math.ceil(size / MIB)} MiB.`,
    fix: `Ladda upp en fil på högst ${READ_LIMITS.file / MIB} MiB, utan bilder.`,
  };
}
