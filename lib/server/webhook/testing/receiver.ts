import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isFromPortal } from '#docs/example-client/verify-webhook.ts';
import { webhookPayload, type WebhookPayload } from '#lib/schemas/webhook.ts';

export type Received = { readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

/** How a receiver answers: a status, or not at all. */
export type Answer =
  | { readonly status: number; readonly body?: string; readonly location?: string }
  | 'silence';

export type Receiver = {
  readonly url: string;
  readonly port: number;
  /** Everything that came, in its order. */
  readonly received: Received[];
  /** What was done, by event: a good receiver does nothing twice. */
  readonly effects: Map<string, WebhookPayload>;
  answer: (received: Received) => Answer;
  readonly close: () => Promise<void>;
};

/** Whether a receiver that knows the secret believes what came: it checks as the example client does. */
export function believes({ headers, body }: Received, secret: string, nowSeconds: number): boolean {
  return isFromPortal(String(headers['webhook-signature']), body, secret, new Date(nowSeconds * 1000));
}

/** A provider's system on this machine, that takes each event once. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const effects = new Map<string, WebhookPayload>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      received.push(one);
      const answer = receiver.answer(one);
      if (answer === 'silence') return;
      if (answer.status === 200) {
        const payload = webhookPayload.parse(JSON.parse(one.body));
        if (!effects.has(payload.id)) effects.set(payload.id, payload);
      }
      response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
      response.end(answer.body ?? 'ok');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const at = (server.address() as AddressInfo).port;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${at}/hooks`,
    port: at,
    received,
    effects,
    answer: () => ({ status: 200 }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return receiver;
}
