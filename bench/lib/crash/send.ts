import { type Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Call } from '#bench/lib/send-calls.ts';

export type Received = { readonly status: number; readonly location: string; readonly body: string };

const ANSWER_WITHIN_MS = 20_000;
const AGAIN_AFTER_MS = 150;

/**
 * Sends a call until it is answered, with the same key each time: where the connection breaks, nothing answers, or what answers says
 * that it is not itself (5xx, 429), nobody knows whether it was received. Null when `stop` comes first.
 */
export async function sendUntilAnswered(
  url: string,
  agent: Agent,
  call: Call,
  stop: AbortSignal,
): Promise<Received | null> {
  while (!stop.aborted) {
    const received = await send(url, agent, call).catch(() => null);
    if (received !== null && received.status < 500 && received.status !== 429) return received;
    await pause(AGAIN_AFTER_MS);
  }
  return null;
}

function send(url: string, agent: Agent, { path, headers, body }: Call): Promise<Received> {
  const all = { 'content-length': String(Buffer.byteLength(body)), origin: new URL(url).origin, ...headers };
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, url),
      { agent, method: 'POST', headers: all, timeout: ANSWER_WITHIN_MS },
      (response) => void read(response).then(resolve, reject),
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', reject);
    sent.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Received> {
  let body = '';
  // A connection that breaks within an answer throws here: half an answer is none.
  for await (const part of response.setEncoding('utf8')) body += String(part);
  return { status: response.statusCode ?? 0, location: response.headers.location ?? '', body };
}
