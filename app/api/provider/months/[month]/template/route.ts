import { templateInput } from '#lib/schemas/upload.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { fileResponse } from '#lib/server/upload/file-response.ts';
import { monthTemplate } from '#lib/server/upload/month-template.ts';
import { templateCsv, templateXlsx } from '#lib/server/upload/template-file.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Params = { readonly params: Promise<{ readonly month: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const format = new URL(request.url).searchParams.get('format') ?? undefined;
  const input = templateInput.safeParse({ ...(await params), format });
  if (!input.success) return problemResponse(knownProblem('notFound'));
  const asked = await ask(monthTemplate, input.data, { database: database(), actor, now: now() });
  if (!asked.ok) return problemResponse(asked.error);
  const { locale, month } = asked.value;
  const name = `${locale === 'sv' ? 'redovisning' : 'reports'}-${month}.${input.data.format}`;
  const content = input.data.format === 'csv' ? templateCsv(asked.value) : await templateXlsx(asked.value);
  return fileResponse(content, input.data.format, name);
}
