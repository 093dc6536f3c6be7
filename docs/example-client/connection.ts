import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from './portal-client.ts';
import type { Problem } from './portal-types.ts';

/** The portal refused, and says why. */
export class PortalProblem extends Error {
  override readonly name = 'PortalProblem';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(
      `${problem.title} ${problem.errors.map(({ pointer, message }) => `${pointer} ${message}`).join(' ')}`,
    );
    this.problem = problem;
  }
}

type Asked = {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A problem that the caller reads as an answer. */
  readonly accepts?: (problem: Problem) => boolean;
};

export type Connection = { readonly call: (path: string, asked?: Asked) => Promise<Response> };

const TRIES = 5;
const FIRST_PAUSE_MS = 500;
/** A token is renewed this long before it runs out. */
const MARGIN_MS = 60_000;

/** Calls with a token that is fetched once an hour; what can pass by itself is tried again, with longer and longer pauses. */
export function connect({ url, clientId, clientSecret }: Settings): Connection {
  let held: { readonly token: Promise<string>; readonly until: number } | null = null;

  async function fetchToken(): Promise<string> {
    const response = await patiently(() =>
      fetch(`${url}/api/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: clientSecret,
        }),
      }),
    );
    const answer = (await response.json()) as {
      access_token?: string;
      expires_in?: number;
      error_description?: string;
    };
    if (answer.access_token === undefined) throw new Error(answer.error_description ?? 'No token was given');
    const until = Date.now() + (answer.expires_in ?? 0) * 1000 - MARGIN_MS;
    held = held === null ? null : { ...held, until };
    return answer.access_token;
  }

  function token(): Promise<string> {
    if (held === null || held.until <= Date.now()) {
      held = { token: fetchToken(), until: Date.now() + MARGIN_MS };
      held.token.catch(() => {
        held = null;
      });
    }
    return held.token;
  }

  async function once(path: string, { method = 'GET', headers, body }: Asked): Promise<Response> {
    const authorization = `Bearer ${await token()}`;
    return await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, authorization },
      ...(body === undefined ? {} : { body }),
    });
  }

  return {
    async call(path, asked = {}) {
      let response = await patiently(() => once(path, asked));
      if (response.status === 401) {
        // Revoked before its time: once more with a new one.
        held = null;
        response = await patiently(() => once(path, asked));
      }
      if (response.ok) return response;
      const problem = (await response.clone().json()) as Problem;
      if (asked.accepts?.(problem) === true) return response;
      throw new PortalProblem(problem);
    },
  };
}

/** Tries again when the portal is busy (429), down (5xx) or out of reach. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await ask().catch((error: unknown) => {
      if (attempt === TRIES) throw error;
      return null;
    });
    const passes = response === null || response.status === 429 || response.status >= 500;
    if (response !== null && (!passes || attempt === TRIES)) return response;
    const told = Number(response?.headers.get('retry-after') ?? 0) * 1000;
    // A little uneven, so that many who wait do not come back at once.
    await pause(Math.max(told, FIRST_PAUSE_MS * 2 ** (attempt - 1)) * (1 + Math.random() / 4));
  }
}
