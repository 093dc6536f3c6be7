import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { MailStore } from '#scripts/mail-sink/mail-store.ts';
import { listPage, mailPage, missingPage, stylesheet } from '#scripts/mail-sink/pages.ts';
import { listenOnLoopback } from '#scripts/lib/listen.ts';

export type MailSink = { close(): Promise<void> };

/** Takes every mail by SMTP, delivers none, and shows them on a page; both on loopback alone. */
export async function startMailSink(settings: {
  folder: string;
  smtpPort: number;
  httpPort: number;
}): Promise<MailSink> {
  const store = new MailStore(settings.folder);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 5 * 1024 * 1024,
    logger: false,
    onData(stream, session, done) {
      void keep(store, stream, envelopeOf(session.envelope), done);
    },
  });
  // A client that breaks off is no fault of ours.
  smtp.on('error', () => undefined);
  const pages = await listenOnLoopback(settings.httpPort, () =>
    createServer((request, response) => serve(store, request, response)),
  );
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject);
    smtp.listen(settings.smtpPort, '127.0.0.1', resolve);
  });
  return {
    async close() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await Promise.all(pages.map(closeServer));
    },
  };
}

/** The mail is accepted only once it is kept. */
async function keep(
  store: MailStore,
  stream: Readable,
  envelope: { from: string; to: string[] },
  done: (error?: Error) => void,
): Promise<void> {
  try {
    await store.add(await buffer(stream), envelope, new Date());
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  done();
}

type Envelope = { mailFrom: { address: string } | false; rcptTo: { address: string }[] };

function envelopeOf(envelope: Envelope): { from: string; to: string[] } {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map((to) => to.address),
  };
}

function serve(store: MailStore, request: IncomingMessage, response: ServerResponse): void {
  // Another website must not read the mails through a name of its own that points to this machine.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? ''))
    return send(response, 421, missingPage());
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, missingPage());
  const url = URL.parse(request.url ?? '', 'http://localhost');
  if (url?.pathname === '/page.css') return send(response, 200, stylesheet, 'text/css');
  if (url?.pathname === '/') {
    const words = url.searchParams.get('q') ?? '';
    return send(response, 200, listPage(store.list(words), words));
  }
  const mail = store.find(url?.pathname.replace(/^\/mail\//, '') ?? '');
  return mail === undefined ? send(response, 404, missingPage()) : send(response, 200, mailPage(mail));
}

function send(response: ServerResponse, status: number, body: string, type = 'text/html'): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
