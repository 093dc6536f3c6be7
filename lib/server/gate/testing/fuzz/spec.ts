import { Agent, request } from 'node:http';

/** Who sends a request; the session or token is put in when it is sent. */
export type Sender = 'nobody' | 'badToken' | 'badSession' | `token:${string}` | `session:${string}`;

/** A request as it can be written down and sent again. */
export type RequestSpec = {
  readonly method: string;
  /** With its query, as it stands in the request line. */
  readonly target: string;
  readonly as: Sender;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** The headers that make somebody who they are. */
export type Identities = (as: Sender) => Readonly<Record<string, string>>;

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** Sends it; null where no answer came in time, or the connection broke without one. */
export function sendSpec(
  portal: string,
  spec: RequestSpec,
  identities: Identities,
  timeoutMs: number,
): Promise<Answer | null> {
  const { hostname, port, origin } = new URL(portal);
  const headers = { host: new URL(portal).host, origin, ...spec.headers, ...identities(spec.as) };
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(null);
      sent.destroy();
    }, timeoutMs);
    const done = (answer: Answer | null): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    const sent = request(
      { hostname, port, agent, method: spec.method, path: spec.target, headers, insecureHTTPParser: true },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', () => done(null));
        response.once('end', () => {
          const given = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
          done({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(given),
            body: Buffer.concat(chunks).toString('utf8'),
          });
        });
      },
    );
    sent.once('error', () => done(null));
    sent.end(spec.body ?? undefined);
  });
}
