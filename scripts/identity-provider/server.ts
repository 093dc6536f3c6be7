import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import type Provider from 'oidc-provider';
import { errorCode, OperatorFault } from '#lib/server/operator-fault.ts';
import { type DemoPersons, demoPersonsFrom } from '#scripts/identity-provider/demo-persons.ts';
import { loadKeys } from '#scripts/identity-provider/keys.ts';
import { escapeHtml, page, sendPage, stylesheet, stylesheetPath } from '#scripts/identity-provider/page.ts';
import { personPage } from '#scripts/identity-provider/person-page.ts';
import { createProvider, type ProviderSettings } from '#scripts/identity-provider/provider.ts';

export type ServerSettings = ProviderSettings & { readonly port: number; readonly dataDir: string };

export type RunningProvider = { readonly port: number; close(): Promise<void> };

/** Starts the demo's identity provider on loopback; port 0 takes any free one and needs an issuer made from it. */
export async function startIdentityProvider(settings: ServerSettings): Promise<RunningProvider> {
  const persons = demoPersonsFrom(path.join(settings.dataDir, 'demo.json'));
  const keys = await loadKeys(path.join(settings.dataDir, 'identity-provider', 'keys.json'));
  const provider = createProvider(settings, keys, persons);
  const portalOrigin = new URL(settings.portalUrl).origin;
  const answer = provider.callback();
  const server = createServer((request, response) => {
    serve({ provider, persons, portalOrigin, answer }, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) sendPage(response, 500, failurePage(settings.portalUrl), portalOrigin);
      else response.destroy();
    });
  });
  await listen(server, settings.port);
  return {
    port: settings.port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        errorCode(error) === 'EADDRINUSE'
          ? new OperatorFault(
              `Port ${port} is taken. Set IDP_PORT to a free one for the demo's identity provider.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

type Serving = {
  readonly provider: Provider;
  readonly persons: DemoPersons;
  readonly portalOrigin: string;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === stylesheetPath) {
    response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=300' });
    response.end(stylesheet);
    return;
  }
  if (url.pathname === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const interaction = /^\/interaction\/[\w-]+(\/cancel)?$/.exec(url.pathname);
  if (interaction === null) await serving.answer(request, response);
  else if (request.method === 'POST')
    await takeAnswer(serving, request, response, interaction[1] !== undefined);
  else await showPersons(serving, request, response, { search: url.searchParams.get('q') ?? '' });
}

async function showPersons(
  { provider, persons, portalOrigin }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  shown: { search: string; missing?: boolean },
): Promise<void> {
  const details = await findInteraction(provider, request, response);
  if (details === undefined) return sendPage(response, 400, expiredPage(), portalOrigin);
  const { max_age: maxAge } = details.params;
  const again = maxAge === 0 || maxAge === '0';
  sendPage(
    response,
    200,
    personPage({ uid: details.uid, persons: await persons.list(), again, ...shown }),
    portalOrigin,
  );
}

async function takeAnswer(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  cancelled: boolean,
): Promise<void> {
  const { provider, persons, portalOrigin } = serving;
  const details = await findInteraction(provider, request, response);
  if (details === undefined) return sendPage(response, 400, expiredPage(), portalOrigin);
  if (cancelled) {
    const result = { error: 'access_denied', error_description: 'The person cancelled' };
    return provider.interactionFinished(request, response, result);
  }
  const subject = new URLSearchParams(await readBody(request)).get('subject');
  const person = subject === null ? undefined : await persons.find(subject);
  if (person === undefined) return showPersons(serving, request, response, { search: '', missing: true });
  const login = { accountId: person.subject, remember: false, amr: ['demo'] };
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}

async function findInteraction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Awaited<ReturnType<Provider['interactionDetails']>> | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    // The library throws where the cookie or what it points at is gone: an old page, not a defect.
    if (error instanceof Error && error.name === 'SessionNotFound') return undefined;
    throw error;
  }
}

const bodyLimit = 4_096;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > bodyLimit) return '';
  }
  return body;
}

function expiredPage(): string {
  return page(
    'Sidan är för gammal',
    '<h1>Sidan är för gammal</h1><p>Gå tillbaka till portalen och logga in igen.</p>',
  );
}

function failurePage(portalUrl: string): string {
  return page(
    'Något gick fel',
    `<h1>Något gick fel</h1><p><a href="${escapeHtml(portalUrl)}">Till portalen</a></p>`,
  );
}
