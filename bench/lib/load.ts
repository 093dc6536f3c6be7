import { Agent, get, type IncomingMessage } from 'node:http';

export type Target = { readonly url: string; readonly cookie: string };

export type Measured = {
  readonly requests: number;
  readonly ms: number;
  readonly latencies: readonly number[];
};

/** Asks for one page again and again over `connections` kept open, for so long; any answer but 200 ends the measurement. */
export async function load(target: Target, connections: number, ms: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const from = performance.now();
  try {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() - from < ms) {
          const asked = performance.now();
          await askOnce(target, agent);
          latencies.push(performance.now() - asked);
        }
      }),
    );
    return { requests: latencies.length, ms: performance.now() - from, latencies };
  } finally {
    agent.destroy();
  }
}

async function askOnce({ url, cookie }: Target, agent: Agent): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const headers = { accept: 'text/html', ...(cookie === '' ? {} : { cookie }) };
    get(url, { agent, headers }, (response: IncomingMessage) => {
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} answered ${String(response.statusCode)}`)),
      );
      response.resume();
    }).on('error', reject);
  });
}

/** The time within which so many per cent were answered, in milliseconds. */
export function percentile(latencies: readonly number[], percent: number): number {
  const sorted = latencies.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
