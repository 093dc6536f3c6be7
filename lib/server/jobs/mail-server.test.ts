import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { mailServer } from '#lib/server/jobs/mail-server.ts';

test.each([
  ['smtp://mail.example', { host: 'mail.example', secure: false, requireTLS: true }],
  ['smtp://mail.example:2525', { host: 'mail.example', port: 2525, requireTLS: true }],
  ['smtps://mail.example:465', { host: 'mail.example', port: 465, secure: true, requireTLS: false }],
  ['smtp://10.0.0.7:25', { host: '10.0.0.7', requireTLS: true }],
  ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, requireTLS: false }],
  ['smtp://[::1]:1025', { host: '::1', requireTLS: false }],
  ['smtp://localhost.example:25', { requireTLS: true }],
  ['smtp://portal:p%40ss%3A@mail.example', { auth: { user: 'portal', pass: 'p@ss:' } }],
])('mail to %s is encrypted unless it stays on this machine', (address, expected) => {
  expect(mailServer(address)).toMatchObject(expected);
});

test('what is set reaches the transport: patience, and no files or addresses fetched for a mail', () => {
  const { options } = createTransport(mailServer('smtp://mail.example'));
  expect(options).toMatchObject({
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
});
