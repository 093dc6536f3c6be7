import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { announcesBody } from '#lib/server/gate/check-body.ts';
import { checkContent } from '#lib/server/gate/check-content.ts';
import { removeInternalHeaders } from '#lib/server/gate/check-headers.ts';
import { checkRequest, pathOf } from '#lib/server/gate/check-request.ts';
import { clientAddress, type TrustedProxies } from '#lib/server/gate/client-address.ts';
import { setCachePolicy } from '#lib/server/gate/cache-policy.ts';
import { answerClientError, endWithProblem } from '#lib/server/gate/client-error.ts';
import { refuse } from '#lib/server/gate/gate-problem.ts';
import { classifyPath, needsDatabase } from '#lib/server/gate/path-class.ts';
import { sendProblem } from '#lib/server/gate/problem-response.ts';
import { countRequest, type TakeToken, type Waiting } from '#lib/server/gate/count-request.ts';
import { sendTooMany } from '#lib/server/gate/too-many-response.ts';
import { readBody, withBody } from '#lib/server/gate/read-body.ts';
import {
  makeNonce,
  policyFor,
  type SecuritySettings,
  setSecurityHeaders,
} from '#lib/server/gate/security-headers.ts';
import { PATH_HEADER } from '#lib/shared/path-header.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type GateSettings = SecuritySettings & {
  readonly portalOrigin: string;
  readonly trustedProxies: TrustedProxies;
  readonly onError: (error: unknown, requestId: string) => void;
  /** The database is away: nothing that needs it is passed on. */
  readonly isAway?: () => boolean;
  /** Counts what is limited; without it nothing is. */
  readonly take?: TakeToken;
  /** Is told why a request was turned away, in a word. */
  readonly onRefused?: (why: string) => void;
  readonly timeouts?: Partial<typeof defaultTimeouts>;
};

/** Milliseconds. A sender has ten seconds for the headers and a minute for all of it. */
const defaultTimeouts = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 1000,
};

/** The HTTP server that stands before everything: what passes it is well-formed, of a size, and from where it may come. */
export function createGateServer(handler: Handler, settings: GateSettings): Server {
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    void pass(request, response, handler, settings);
  };
  const server = createServer(
    { ...defaultTimeouts, ...settings.timeouts, requireHostHeader: false, maxHeaderSize: 16_384 },
    serve,
  );
  server.maxHeadersCount = 100;
  // A reader that stops reading is let go after two minutes.
  server.setTimeout(120_000);
  server.on('clientError', answerClientError);
  server.on('checkContinue', serve);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    sendProblem(response, refuse('expectationFailed', '/headers/expect'), request.headers, makeNonce());
  });
  server.on('connect', (_request, socket) => endWithProblem(socket, 'methodNotAllowed'));
  if (!settings.development)
    server.on('upgrade', (_request, socket) => endWithProblem(socket, 'malformedRequest'));
  return server;
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handler,
  settings: GateSettings,
): Promise<void> {
  const nonce = makeNonce();
  const requestId = randomUUID();
  const target = request.url ?? '';
  try {
    const policy = policyFor(pathOf(target), nonce, settings);
    setSecurityHeaders(response, policy, settings);
    response.setHeader('X-Request-Id', requestId);
    const problem = checkRequest(request.method ?? '', target, request.headers, settings.portalOrigin);
    if (problem !== null) {
      settings.onRefused?.(problem.code);
      return sendProblem(response, problem, request.headers, nonce);
    }
    const checked = await takeBody(request, response, { nonce, settings });
    if (checked === undefined) return;
    if (settings.isAway?.() === true && needsDatabase(pathOf(target)))
      return sendProblem(response, refuse('unavailable'), request.headers, nonce);
    prepareHeaders(checked, { nonce, policy, requestId, settings });
    const waiting = await count(checked, settings);
    if (waiting !== null) {
      settings.onRefused?.(`limit:${waiting.limit.name}`);
      return sendTooMany(response, waiting, checked.headers, nonce);
    }
    setCachePolicy(pathOf(target), response);
    await handler(checked, response);
  } catch (error) {
    settings.onError(error, requestId);
    if (response.headersSent) response.destroy();
    else {
      const code = settings.isAway?.() === true ? 'unavailable' : 'internal';
      sendProblem(response, refuse(code), request.headers, nonce);
    }
  }
}

async function count(request: IncomingMessage, settings: GateSettings): Promise<Waiting | null> {
  const { take, portalOrigin } = settings;
  const { method = '', headers } = request;
  if (take === undefined) return null;
  return await countRequest({ method, path: pathOf(request.url ?? ''), headers, portalOrigin }, take);
}

/** The request with its body read and checked; undefined where it was answered already. */
async function takeBody(
  request: IncomingMessage,
  response: ServerResponse,
  { nonce, settings }: Pick<Passage, 'nonce' | 'settings'>,
): Promise<IncomingMessage | undefined> {
  if (!announcesBody(request.headers)) return request;
  if (request.headers.expect !== undefined) response.writeContinue();
  const read = await readBody(request, classifyPath(pathOf(request.url ?? '')).bodyLimit);
  const problem = read.ok ? await checkContent(read.body, request.headers['content-type']) : read.problem;
  if (problem !== null) {
    settings.onRefused?.(problem.code);
    sendProblem(response, problem, request.headers, nonce);
  }
  return read.ok && problem === null ? withBody(request, read.body) : undefined;
}

type Passage = { nonce: string; policy: string; requestId: string; settings: GateSettings };

/** Tells Next what it has to know, after removing what the sender may have said in its place. */
function prepareHeaders(request: IncomingMessage, passage: Passage): void {
  const { headers } = request;
  const address = clientAddress(
    request.socket.remoteAddress ?? '',
    request.headers['x-forwarded-for']?.toString(),
    passage.settings.trustedProxies,
  );
  removeInternalHeaders(headers);
  // Next puts the nonce of this policy on its own scripts and styles.
  headers['content-security-policy'] = passage.policy;
  headers['x-nonce'] = passage.nonce;
  headers['x-request-id'] = passage.requestId;
  // A page cannot know its own address otherwise; the login leads back to it.
  headers[PATH_HEADER] = request.url ?? '/';
  headers['x-forwarded-for'] = address;
  headers['x-forwarded-proto'] = passage.settings.https ? 'https' : 'http';
  if (headers.host !== undefined) headers['x-forwarded-host'] = headers.host;
}
