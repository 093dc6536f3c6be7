import { createHash } from 'node:crypto';

/** JSON with an `ETag`, so that a system that has it already gets no more than to know so. */
export function freshJson(request: Request, value: unknown, cacheControl: string): Response {
  const body = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { etag, 'cache-control': cacheControl, 'content-type': 'application/json' };
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers });
}
