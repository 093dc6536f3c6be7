import fc from 'fast-check';

/** Bytes for a connection, in the pieces in which they are sent, with a pause between (milliseconds). */
export type RawSpec = { readonly kind: string; readonly pieces: readonly string[]; readonly pauseMs: number };

const HOST = 'Host: localhost\r\n';
const CLOSE = 'Connection: close\r\n';
const binary = fc.string({
  unit: fc.nat({ max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 200,
});
const paths = fc.constantFrom(
  '/',
  '/login',
  '/api/v1/reports',
  '/api/login',
  '/api/oauth/token',
  '/providers',
  '/api/provider/months/2026-03/upload',
  '/_next/static/x',
  '/_next/image?url=x',
);

const kinds: Readonly<Record<string, fc.Arbitrary<string | readonly string[]>>> = {
  'broken request line': fc.oneof(
    binary,
    fc.constantFrom(
      'GET\r\n\r\n',
      'GET /\r\n',
      'GET / HTTP/0.9\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'GET  / HTTP/1.1\r\n\r\n',
      '\r\n\r\n\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000\u0001',
      'GET / HTTP/1.1 extra\r\n\r\n',
      'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    ),
  ),
  'method that is none': fc
    .tuple(
      fc.oneof(
        fc.constantFrom('FOO', 'get', 'G\u0000T', 'CONNECT', 'TRACE', 'M-SEARCH', 'QUERY', 'PURGE', 'LOCK'),
        fc.stringMatching(/^[A-Z]{1,30}$/),
      ),
      paths,
    )
    .map(([method, path]) => `${method} ${path} HTTP/1.1\r\n${HOST}${CLOSE}\r\n`),
  'too many headers': fc
    .tuple(paths, fc.integer({ min: 90, max: 3000 }))
    .map(
      ([path, count]) =>
        `GET ${path} HTTP/1.1\r\n${HOST}${CLOSE}${Array.from({ length: count }, (_, n) => `x${n}: y\r\n`).join('')}\r\n`,
    ),
  'long header': fc
    .tuple(
      paths,
      fc.integer({ min: 4000, max: 90_000 }),
      fc.constantFrom('Cookie', 'Accept', 'Authorization', 'X', 'Referer'),
    )
    .map(
      ([path, length, name]) =>
        `GET ${path} HTTP/1.1\r\n${HOST}${CLOSE}${name}: ${'a'.repeat(length)}\r\n\r\n`,
    ),
  'bad header': fc
    .tuple(
      paths,
      fc.constantFrom('Cookie', 'Accept', 'X-Y', 'Host', 'Content-Type', 'Referer', 'Accept-Language'),
      binary,
    )
    .map(([path, name, value]) => `GET ${path} HTTP/1.1\r\n${HOST}${CLOSE}${name}: ${value}\r\n\r\n`),
  'bad header name': fc
    .tuple(paths, binary)
    .map(([path, name]) => `GET ${path} HTTP/1.1\r\n${HOST}${CLOSE}${name}: x\r\n\r\n`),
  'wrong length': fc
    .tuple(
      paths,
      fc.constantFrom(
        '-1',
        '0',
        '1',
        '5',
        '+5',
        '0x5',
        '5, 5',
        '5,6',
        '99999999999999999999',
        '1e3',
        ' ',
        '05',
      ),
      fc.constantFrom('{}', 'a=b', ''),
    )
    .map(
      ([path, length, body]) =>
        `POST ${path} HTTP/1.1\r\n${HOST}${CLOSE}Origin: http://localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`,
    ),
  'two lengths': paths.map(
    (path) => `POST ${path} HTTP/1.1\r\n${HOST}${CLOSE}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x`,
  ),
  'length and chunks': paths.map(
    (path) =>
      `POST ${path} HTTP/1.1\r\n${HOST}${CLOSE}Content-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
  ),
  'odd chunks': fc
    .tuple(
      paths,
      fc.constantFrom(
        '2\r\n{}\r\n0\r\n\r\n',
        '2;x=y\r\n{}\r\n0\r\n\r\n',
        'ffffffffffffffff\r\n{}',
        '-2\r\n{}\r\n0\r\n\r\n',
        '2\n{}\n0\n\n',
        'g\r\n{}\r\n',
        `2;${'e'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
        '2\r\n{}\r\n0\r\nX: y\r\n\r\n',
        '0\r\n\r\n',
      ),
      fc.constantFrom(
        'chunked',
        'chunked, chunked',
        'gzip, chunked',
        'identity',
        'xchunked',
        ' chunked',
        'CHUNKED',
      ),
    )
    .map(
      ([path, body, coding]) =>
        `POST ${path} HTTP/1.1\r\n${HOST}${CLOSE}Origin: http://localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: ${coding}\r\n\r\n${body}`,
    ),
  pipelined: fc
    .tuple(fc.array(paths, { minLength: 2, maxLength: 20 }), binary)
    .map(
      ([all, rubbish]) =>
        `${all.map((path) => `GET ${path} HTTP/1.1\r\n${HOST}\r\n`).join('')}${rubbish}\r\n\r\n`,
    ),
  multipart: fc
    .tuple(
      fc.constantFrom(
        'multipart/form-data',
        'multipart/form-data; boundary=',
        'multipart/form-data; boundary=x',
        'multipart/form-data; boundary="',
        'multipart/mixed; boundary=x',
        `multipart/form-data; boundary=${'b'.repeat(300)}`,
      ),
      fc.oneof(
        binary,
        fc.constantFrom(
          '--x\r\n',
          '--x--',
          '--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--\r\n',
          '--x\r\nContent-Disposition: form-data; name="file"; filename="../../a"\r\n\r\nx\r\n--x--\r\n',
        ),
      ),
    )
    .map(
      ([type, body]) =>
        `POST /api/provider/months/2026-03/upload HTTP/1.1\r\n${HOST}${CLOSE}Origin: http://localhost\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    ),
  'bad address': fc
    .oneof(
      fc.constantFrom(
        '/%',
        '/%zz',
        '/%c0%ae',
        '/%00',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/../../etc/passwd',
        '/..%2f..%2fetc',
        '//evil.example',
        '/\\evil',
        '/a//b',
        '/./',
        '/%ff',
        '/api/v1/reports?month=%',
        '/?%=%',
        '/?a=%00',
        '*',
        'evil',
        '/#x',
        '/;x=y',
        '/.git/config',
        '/.env',
        '/_next/static/../../package.json',
        '/_next/data/x.json',
        '/api/auth/../v1/reports',
        `/${'a'.repeat(9000)}`,
        `/?${'a=b&'.repeat(3000)}`,
      ),
      binary.map((text) => `/${text}`),
    )
    .map((path) => `GET ${path} HTTP/1.1\r\n${HOST}${CLOSE}\r\n`),
  'huge cookies': fc
    .integer({ min: 10, max: 400 })
    .map(
      (count) =>
        `GET / HTTP/1.1\r\n${HOST}${CLOSE}Cookie: ${Array.from({ length: count }, (_, n) => `portal-session${n}=${'c'.repeat(30)}`).join('; ')}\r\n\r\n`,
    ),
  upgrade: fc
    .tuple(paths, fc.constantFrom('websocket', 'h2c', 'TLS/1.0', ''))
    .map(
      ([path, to]) =>
        `GET ${path} HTTP/1.1\r\n${HOST}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: ${to}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n`,
    ),
  expectation: fc
    .tuple(paths, fc.constantFrom('100-continue', '200-ok', ''))
    .map(
      ([path, expect]) =>
        `POST ${path} HTTP/1.1\r\n${HOST}${CLOSE}Origin: http://localhost\r\nExpect: ${expect}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
    ),
  'without host': paths.map((path) => `GET ${path} HTTP/1.${path.length % 2}\r\n${CLOSE}\r\n`),
  'in small pieces': paths.map((path) => Array.from(`GET ${path} HTTP/1.1\r\n${HOST}${CLOSE}\r\n`)),
};

/** Requests that stop half way, which are waited for until the portal has had enough. */
const HALF = [
  'GET / HT',
  'GET / HTTP/1.1\r\nHost: localhost\r\nX: ',
  'POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  '',
];

export const rawRequest: fc.Arbitrary<RawSpec> = fc.oneof(
  ...Object.entries(kinds).map(([kind, arbitrary]) =>
    arbitrary.map(
      (made): RawSpec => ({ kind, pieces: typeof made === 'string' ? [made] : made, pauseMs: 2 }),
    ),
  ),
);

/** Some of every kind that takes long by its nature. */
export const slowRequests: readonly RawSpec[] = HALF.map((text) => ({
  kind: 'half a request',
  pieces: [text],
  pauseMs: 0,
}));
