import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type MailCounter = {
  readonly url: string;
  /** The different mails (by Message-ID) that each address has got. */
  readonly mails: ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
};

const MESSAGE_ID = /^message-id:\s*(\S+)/im;

/** A mail server on loopback that keeps who got which mail, and nothing else. */
export async function countMails(): Promise<MailCounter> {
  const mails = new Map<string, Set<string>>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      void keep(stream, session.envelope.rcptTo, mails, done);
    },
  });
  // A worker that is killed breaks off.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The mail is accepted only once it is counted. */
async function keep(
  stream: Readable,
  to: readonly { readonly address: string }[],
  mails: Map<string, Set<string>>,
  done: (error?: Error) => void,
): Promise<void> {
  try {
    const raw = await text(stream);
    for (const { address } of to) {
      const known = mails.get(address) ?? new Set();
      mails.set(address, known.add(MESSAGE_ID.exec(raw)?.[1] ?? ''));
    }
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  done();
}
