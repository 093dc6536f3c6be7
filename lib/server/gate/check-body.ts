import type { IncomingHttpHeaders } from 'node:http';
import { refuse } from '#lib/server/gate/gate-problem.ts';
import type { BodyType, PathClass } from '#lib/server/gate/path-class.ts';
import type { Problem } from '#lib/shared/problem.ts';

const mediaTypes: Readonly<Record<string, BodyType>> = {
  'application/x-www-form-urlencoded': 'urlencoded',
  'application/json': 'json',
  'multipart/form-data': 'multipart',
};

/** What the headers promise of the body: whether there may be one, its type and its size. */
export function checkBodyHeaders(
  method: string,
  headers: IncomingHttpHeaders,
  pathClass: PathClass,
): Problem | null {
  if (!announcesBody(headers)) return null;
  if (method === 'GET' || method === 'HEAD') return refuse('malformedRequest', '/body');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    return refuse('unsupportedMediaType', '/headers/content-encoding');
  }
  const type = bodyTypeOf(headers['content-type']);
  if (type === undefined || !pathClass.bodies.includes(type)) {
    return refuse('unsupportedMediaType', '/headers/content-type');
  }
  if (type === 'multipart' && boundaryOf(headers['content-type'] ?? '') === undefined) {
    return refuse('malformedRequest', '/headers/content-type');
  }
  return Number(headers['content-length'] ?? 0) > pathClass.bodyLimit ? refuse('tooLarge', '/body') : null;
}

export function announcesBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** The kind of body that a Content-Type names, unless it asks for other letters than UTF-8. */
export function bodyTypeOf(contentType: string | undefined): BodyType | undefined {
  const [name = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const foreign = parameters.some(
    (parameter) => /^\s*charset\s*=/.test(parameter) && !/=\s*"?utf-?8"?\s*$/.test(parameter),
  );
  return foreign ? undefined : mediaTypes[name.trim()];
}

/** RFC 2046: up to 70 of these characters, the last one no space. */
function boundaryOf(contentType: string): string | undefined {
  const found = /;\s*boundary=(?:"([^"]*)"|([^\s;]*))\s*(?:;|$)/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2] ?? '';
  return /^[0-9a-z'()+_,\-./:=? ]{0,69}[0-9a-z'()+_,\-./:=?]$/i.test(boundary) ? boundary : undefined;
}
