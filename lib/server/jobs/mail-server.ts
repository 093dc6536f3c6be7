import type { Options } from 'nodemailer/lib/smtp-transport/index.js';
import { isLoopbackHost } from '#lib/server/loopback.ts';

/**
 * How the mail server of an address (`smtp://user:password@host:587`, `smtps://…`) is spoken with. On its way to another machine mail is
 * encrypted, or not sent. Spelled out, as nodemailer leaves aside whatever stands beside an address that it is given whole.
 */
export function mailServer(address: string): Options {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    ...(port === '' ? {} : { port: Number(port) }),
    secure,
    requireTLS: !secure && !isLoopbackHost(hostname),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Mail texts are ours; nothing in them may make the server fetch a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
