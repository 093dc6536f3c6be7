import { IncomingMessage } from 'node:http';
import { refuse, type RefusalCode } from '#lib/server/gate/gate-problem.ts';
import type { Problem } from '#lib/shared/problem.ts';

export type ReadBody = { ok: true; body: Buffer } | { ok: false; problem: Problem | null };

/** The whole body, unless it grows beyond the limit or the sender goes away (then there is nobody to answer). */
export function readBody(request: IncomingMessage, limit: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const fail = (code: RefusalCode | undefined): void => {
      request.removeAllListeners('data');
      resolve({ ok: false, problem: code === undefined ? null : refuse(code, '/body') });
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) fail('tooLarge');
      else chunks.push(chunk);
    });
    request.once('end', () => resolve({ ok: true, body: Buffer.concat(chunks) }));
    request.once('error', () => fail(undefined));
    request.once('close', () => fail(undefined));
  });
}

/** The same request with its body to be read again. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const replay = new IncomingMessage(request.socket);
  replay.method = request.method;
  replay.url = request.url;
  replay.headers = request.headers;
  replay.rawHeaders = request.rawHeaders;
  replay.httpVersion = request.httpVersion;
  replay.httpVersionMajor = request.httpVersionMajor;
  replay.httpVersionMinor = request.httpVersionMinor;
  replay.complete = true;
  replay.push(body);
  replay.push(null);
  return replay;
}
