import type { ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Nothing that the portal answers stays anywhere, apart from the build's own files, those of the public folder, and
 * JSON that a handler expressly marks as public.
 */
export function setCachePolicy(requestPath: string, response: ServerResponse): void {
  if (requestPath.startsWith('/_next/static/') || isPublicFile(requestPath)) return;
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    if (!isPublicJson(response)) response.setHeader('Cache-Control', 'no-store');
    return writeHead(...args);
  }) as typeof response.writeHead;
}

function isPublicJson(response: ServerResponse): boolean {
  return (
    response.statusCode === 200 &&
    !response.hasHeader('Set-Cookie') &&
    /^public\b/.test(String(response.getHeader('Cache-Control') ?? '')) &&
    /^application\/(.+\+)?json\b/.test(String(response.getHeader('Content-Type') ?? ''))
  );
}

function isPublicFile(requestPath: string): boolean {
  return /^\/[\w-][\w.-]*\.[a-z0-9]+$/.test(requestPath) && existsSync(path.join('public', requestPath));
}
