import { Agent, request } from 'node:http';

export type Call = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Turn = { readonly ms: number; readonly latencies: readonly number[] };

/**
 * Every client sends its calls one after the other on a connection of its own, all clients at once; any answer but 200 ends
 * the measurement.
 */
export async function sendCalls(url: string, byClient: readonly (readonly Call[])[]): Promise<Turn> {
  // Of this turn alone: a connection that waited through another one might just be closed.
  const agent = new Agent({ keepAlive: true, maxSockets: byClient.length });
  const latencies: number[] = [];
  const from = performance.now();
  try {
    await Promise.all(
      byClient.map(async (calls) => {
        for (const call of calls) {
          const sent = performance.now();
          await sendCall(url, agent, call);
          latencies.push(performance.now() - sent);
        }
      }),
    );
    return { ms: performance.now() - from, latencies };
  } finally {
    agent.destroy();
  }
}

async function sendCall(url: string, agent: Agent, { path, headers, body }: Call): Promise<void> {
  const length = String(Buffer.byteLength(body));
  const all = { 'content-type': 'application/json', 'content-length': length, origin: url, ...headers };
  await new Promise<void>((resolve, reject) => {
    const asked = request(new URL(path, url), { agent, method: 'POST', headers: all }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${path} answered ${String(response.statusCode)}: ${text}`)),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
