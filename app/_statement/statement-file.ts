import { statementIdInput } from '#lib/schemas/statement.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { type ExportedStatement, exportStatement } from '#lib/server/statement/export-statement.ts';
import { knownProblem, notFound } from '#lib/shared/problem.ts';

export type FileRoute = { readonly params: Promise<Record<string, string>> };

type Kind = {
  readonly as: 'csv' | 'xlsx';
  readonly type: string;
  readonly write: (exported: ExportedStatement) => Promise<BodyInit>;
};

/** A statement as a file of one kind, for whoever may read it. */
export async function statementFile(request: Request, route: FileRoute, kind: Kind): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const path = statementIdInput.safeParse(await route.params);
  if (!path.success) return problemResponse(notFound());
  const input = { ...path.data, as: kind.as };
  const exported = await ask(exportStatement, input, { database: database(), actor, now: now() });
  if (!exported.ok) return problemResponse(exported.error);
  const { cutOff, provider } = exported.value.statement;
  return new Response(await kind.write(exported.value), {
    headers: {
      'content-type': kind.type,
      'content-disposition': `attachment; filename="underlag-${cutOff}-${provider.orgNo}.${kind.as}"`,
      'cache-control': 'no-store',
    },
  });
}
