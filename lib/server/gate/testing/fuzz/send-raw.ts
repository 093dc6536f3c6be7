import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { leaksIn } from '#lib/server/gate/testing/fuzz/judge.ts';
import type { RawSpec } from '#lib/server/gate/testing/fuzz/raw-requests.ts';

/** All that came back until the portal closed the connection; `hung` where it did not in time. */
export type RawAnswer = { readonly text: string; readonly hung: boolean };

/** Sends bytes as they are. We end our side when all is sent, but for half requests, which are left as they are. */
export async function sendRaw(
  portal: string,
  { kind, pieces, pauseMs }: RawSpec,
  timeoutMs: number,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(portal);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  let text = '';
  let hung = false;
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  // The portal may well break a connection of this kind; that it is closed is what counts.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.once('end', () => {
      socket.end();
      resolve();
    });
  });
  const timer = setTimeout(() => {
    hung = true;
    socket.destroy();
  }, timeoutMs);
  for (const piece of pieces) {
    if (socket.writable) socket.write(Buffer.from(piece, 'latin1'));
    if (pauseMs > 0 && pieces.length > 1) await pause(pauseMs);
  }
  if (kind !== 'half a request') socket.end();
  await closed;
  clearTimeout(timer);
  socket.destroy();
  return { text, hung };
}

export function rawFaults({ text, hung }: RawAnswer): readonly string[] {
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  return [
    ...(hung ? ['left hanging'] : []),
    ...statuses.filter((status) => status >= 500 && status !== 503).map((status) => `status ${status}`),
    ...leaksIn(text).map((leak) => `leaks: ${leak}`),
    ...(text !== '' && statuses.length === 0 ? ['an answer that is no HTTP'] : []),
  ];
}
