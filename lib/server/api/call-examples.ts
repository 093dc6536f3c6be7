import type { ApiOperation } from '#lib/schemas/api/operation.ts';
import { needsToken } from '#lib/schemas/api/operations.ts';

/** How the example client (`docs/example-client`) does each operation. */
const TYPESCRIPT: Readonly<Record<string, string>> = {
  getToken:
    'const portal = openPortal({ url, clientId, clientSecret });\n// Nyckeln hämtas när den behövs, och igen innan den går ut.',
  listPlacements:
    "for await (const placement of portal.placements('2026-03')) {\n  console.log(placement.implementationReference, placement.plannedActivities);\n}",
  submitReports:
    'const tried = await portal.dryRun(rows);\nfor (const { row, column, message, fix } of tried.faults) {\n  console.log(row?.implementation_reference, column, message, fix);\n}\nconst { reports } = await portal.submit(rows);',
  listReports:
    "for await (const report of portal.reports('2026-03')) {\n  if (report.status === 'returned') console.log(report.id, report.reason);\n}",
  showReport: 'const { status, versions } = await portal.report(id);',
};

export function typescriptExample({ id }: ApiOperation): string | null {
  return TYPESCRIPT[id] ?? null;
}

/** The same as one command in a shell, with the operation's own example. */
export function curlExample(operation: ApiOperation, url: string): string {
  const { path, body, idempotent, tag, answer } = operation;
  const shown: unknown = answer.example;
  // What stands in the path is a field of the answer: its id, or the name that the path says.
  const field = /\{(\w+)\}/.exec(path)?.[1] ?? '';
  const shownAt = (name: string): string | null => {
    const value: unknown = shown instanceof Object ? Reflect.get(shown, name) : null;
    return typeof value === 'string' ? value : null;
  };
  const id = shownAt(field) ?? shownAt('id') ?? '';
  const query = operation.address?.shape['month'] === undefined ? '' : '?month=2026-03';
  const address = `'${url}${path.replace(/\{\w+\}/, id)}${query}'`;
  if (tag === 'token')
    return `curl -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials ${address}`;
  const parts = [
    ...(needsToken(operation) ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(idempotent === true ? ["-H 'Idempotency-Key: 2026-03-100000001-1'"] : []),
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", '-d @rader.json']),
    address,
  ];
  return `curl ${parts.join(' \\\n  ')}`;
}
