import type { IncomingHttpHeaders } from 'node:http';
import { checkBodyHeaders } from '#lib/server/gate/check-body.ts';
import { checkHeaders } from '#lib/server/gate/check-headers.ts';
import { checkOrigin, comesFromSystem } from '#lib/server/gate/check-origin.ts';
import { checkTarget } from '#lib/server/gate/check-target.ts';
import { refuse } from '#lib/server/gate/gate-problem.ts';
import { classifyPath, type PathClass } from '#lib/server/gate/path-class.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** Everything that can be said of a request before its body; null lets it pass. */
export function checkRequest(
  method: string,
  target: string,
  headers: IncomingHttpHeaders,
  portalOrigin: string,
): Problem | null {
  const pathClass = classifyPath(pathOf(target));
  return (
    checkTarget(target) ??
    checkHeaders(headers) ??
    checkMethod(method, pathClass) ??
    (changes(method) && pathClass.checksOrigin && !(pathClass.name === 'machine' && comesFromSystem(headers))
      ? checkOrigin(headers, portalOrigin)
      : null) ??
    checkBodyHeaders(method, headers, pathClass)
  );
}

function checkMethod(method: string, pathClass: PathClass): Problem | null {
  if (pathClass.methods.length === 0) return refuse('notFound', '/url');
  return pathClass.methods.includes(method) ? null : refuse('methodNotAllowed', '/method');
}

function changes(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

export function pathOf(target: string): string {
  return target.split('?', 1)[0] ?? '/';
}
