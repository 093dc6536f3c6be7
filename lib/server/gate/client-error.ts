import type { Duplex } from 'node:stream';
import { refuse, type RefusalCode } from '#lib/server/gate/gate-problem.ts';
import { errorCode } from '#lib/server/operator-fault.ts';

const codes: Readonly<Record<string, RefusalCode>> = {
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'tooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'tooSlow',
};

/** Answers what is no HTTP, or not in time: there is no request to hang an answer on, only the connection. */
export function answerClientError(error: Error, socket: Duplex): void {
  const code = errorCode(error) ?? '';
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  endWithProblem(socket, codes[code] ?? 'malformedRequest');
}

/** A problem document straight to the connection, which is closed. */
export function endWithProblem(socket: Duplex, code: RefusalCode): void {
  // It may break while we answer; there is nobody left to tell.
  socket.on('error', () => undefined);
  const problem = refuse(code);
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${code}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  // Whoever goes on sending is not listened to for ever.
  setTimeout(() => socket.destroy(), 1000).unref();
}
