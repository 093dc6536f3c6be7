import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseTrustedProxies } from '#lib/server/gate/client-address.ts';
import { createGateServer } from '#lib/server/gate/gate-server.ts';

export type RouteHandler = (
  request: Request,
  route: { readonly params: Promise<Record<string, string>> },
) => Promise<Response> | Response;
/** Handlers by method, by the path with `{name}` for what is in it. */
export type Doors = ReadonlyMap<string, Readonly<Record<string, RouteHandler | undefined>>>;

export type SmallPortal = {
  readonly url: string;
  readonly errors: readonly unknown[];
  readonly close: () => Promise<void>;
};

/** The real gate before real route handlers, without pages: as much of the portal as a test can have at once. */
export async function openSmallPortal(doors: Doors): Promise<SmallPortal> {
  const errors: unknown[] = [];
  let url = '';
  const proxies = parseTrustedProxies('');
  if (proxies === null) throw new TypeError('No proxies at all are proxies that can be read');
  const settings = {
    trustedProxies: proxies,
    issuerOrigin: 'https://login.example',
    https: false,
    development: false,
    onError: (error: unknown) => void errors.push(error),
    timeouts: { headersTimeout: 500, requestTimeout: 800, connectionsCheckingInterval: 50 },
  };
  const server = createGateServer((request, response) => hand(doors, url, request, response), {
    ...settings,
    // Known when it listens; asked for with each request.
    get portalOrigin() {
      return url;
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url, errors, close };
}

async function hand(
  doors: Doors,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = new URL(request.url ?? '/', url);
  const found = findDoor(doors, address.pathname);
  const handler = found?.handlers[request.method ?? ''];
  if (found === null || handler === undefined) {
    response.statusCode = found === null ? 404 : 405;
    response.setHeader('content-type', 'application/problem+json');
    response.end(
      JSON.stringify({
        type: 'about:blank',
        title: 'Här finns ingen dörr.',
        status: response.statusCode,
        code: 'notFound',
        errors: [],
      }),
    );
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const given = new Request(address, {
    method: request.method ?? 'GET',
    headers,
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  });
  const answer = await handler(given, { params: Promise.resolve(found.params) });
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function findDoor(doors: Doors, path: string) {
  const given = path.split('/');
  for (const [pattern, handlers] of doors) {
    const parts = pattern.split('/');
    if (parts.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = parts.every((part, at) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return part === given[at];
      params[name] = decodeURIComponent(given[at] ?? '');
      return true;
    });
    if (fits) return { handlers, params };
  }
  return null;
}
