import type { IncomingHttpHeaders } from 'node:http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '#lib/server/gate/check-request.ts';

const portal = 'https://portal.example';
const own = { host: 'portal.example', origin: portal, 'sec-fetch-site': 'same-origin' };
const form = { ...own, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '10' };
const json = { ...own, 'content-type': 'application/json', 'content-length': '10' };
const file = { ...own, 'content-type': 'multipart/form-data; boundary=----x1', 'content-length': '10' };

function refusal(method: string, target: string, headers: IncomingHttpHeaders): number | null {
  return checkRequest(method, target, headers, portal)?.status ?? null;
}

const withType = (type: string | undefined): IncomingHttpHeaders =>
  type === undefined
    ? { ...own, 'content-length': '1' }
    : { ...own, 'content-length': '1', 'content-type': type };

const from = (headers: IncomingHttpHeaders): IncomingHttpHeaders => ({
  host: 'portal.example',
  'content-type': 'application/json',
  'content-length': '2',
  ...headers,
});

describe('methods by kind of address', () => {
  test.each<[string, string, IncomingHttpHeaders, number | null]>([
    ['GET', '/', own, null],
    ['HEAD', '/granska/rapporter?sida=2', own, null],
    ['POST', '/granska', form, 405],
    ['PUT', '/', own, 405],
    ['OPTIONS', '/api/v1/reports', own, 405],
    ['TRACE', '/', own, 405],
    ['GET', '/_next/static/chunks/a.js', own, null],
    ['POST', '/_next/static/chunks/a.js', form, 405],
    ['GET', '/_next/image?url=x&w=1&q=1', own, 404],
    ['GET', '/_next', own, 404],
    ['POST', '/api/auth/signin/oidc', form, null],
    ['DELETE', '/api/auth/session', own, 405],
    ['POST', '/api/oauth/token', form, null],
    ['GET', '/api/oauth/token', own, 405],
    ['POST', '/api/reports', form, null],
    ['PATCH', '/api/reports/1', json, null],
    ['DELETE', '/api/reports/1', own, null],
    ['POST', '/api/reports/upload', file, null],
    ['GET', '/api/reports/upload', own, 405],
    ['POST', '/api/v1/compensation/evaluate', json, null],
    ['GET', '/api/v1/compensation/evaluate', own, 405],
    ['PUT', '/api/v1/compensation/evaluate', json, 405],
  ])('%s %s', (method, target, headers, status) => {
    expect(refusal(method, target, headers)).toBe(status);
  });
});

describe('types of body by kind of address', () => {
  test.each<[string, string | undefined, number | null]>([
    ['/api/reports', 'application/x-www-form-urlencoded', null],
    ['/api/reports', 'application/x-www-form-urlencoded; charset=UTF-8', null],
    ['/api/reports', 'application/x-www-form-urlencoded; charset=iso-8859-1', 415],
    ['/api/reports', 'application/json; charset="utf-8"', null],
    ['/api/reports', 'application/json; charset=utf-16', 415],
    ['/api/reports', 'APPLICATION/JSON', null],
    ['/api/reports', 'text/plain', 415],
    ['/api/reports', 'multipart/form-data; boundary=x', 415],
    ['/api/reports', undefined, 415],
    ['/api/auth/callback/oidc', 'application/json', 415],
    ['/api/auth/callback/oidc', 'multipart/form-data; boundary=x', 415],
    ['/api/oauth/token', 'application/json', 415],
    ['/api/v1/reports', 'application/x-www-form-urlencoded', 415],
    ['/api/v1/reports', 'application/json', null],
    ['/api/v1/compensation/evaluate', 'application/x-www-form-urlencoded', 415],
    ['/api/reports/upload', 'application/json', 415],
    ['/api/reports/upload', 'multipart/form-data; boundary="a b c"', null],
    ['/api/reports/upload', 'multipart/form-data', 400],
    ['/api/reports/upload', 'multipart/form-data; boundary=', 400],
    ['/api/reports/upload', 'multipart/form-data; boundary=å', 400],
    ['/api/reports/upload', `multipart/form-data; boundary=${'x'.repeat(71)}`, 400],
  ])('%s takes %s', (target, type, status) => {
    expect(refusal('POST', target, withType(type))).toBe(status);
  });

  test('a body that was packed is refused: its size would be another than it says', () => {
    expect(refusal('POST', '/api/reports', { ...json, 'content-encoding': 'gzip' })).toBe(415);
  });

  test('reading has no body', () => {
    expect(refusal('GET', '/', { ...own, 'content-length': '1' })).toBe(400);
    expect(refusal('GET', '/api/v1/reports', { ...own, 'transfer-encoding': 'chunked' })).toBe(400);
  });
});

describe('sizes that the headers promise', () => {
  test.each<[string, IncomingHttpHeaders, number, number | null]>([
    ['/api/reports', form, 1024 * 1024, null],
    ['/api/reports', form, 1024 * 1024 + 1, 413],
    ['/api/auth/signin/oidc', form, 16 * 1024, null],
    ['/api/auth/signin/oidc', form, 16 * 1024 + 1, 413],
    ['/api/v1/reports', json, 12 * 1024 * 1024, null],
    ['/api/v1/reports', json, 12 * 1024 * 1024 + 1, 413],
    ['/api/v1/compensation/evaluate', json, 2 * 1024 * 1024, null],
    ['/api/v1/compensation/evaluate', json, 2 * 1024 * 1024 + 1, 413],
    ['/api/reports/upload', file, 12 * 1024 * 1024, null],
    ['/api/reports/upload', file, 12 * 1024 * 1024 + 1, 413],
  ])('%s: %#', (target, headers, size, status) => {
    expect(refusal('POST', target, { ...headers, 'content-length': String(size) })).toBe(status);
  });
});

describe('where a change comes from', () => {
  test.each<[string, IncomingHttpHeaders, number | null]>([
    ['our own page', { origin: portal, 'sec-fetch-site': 'same-origin' }, null],
    ['our own page in a browser without Sec-Fetch-Site', { origin: portal }, null],
    ['a page reloaded by the person', { 'sec-fetch-site': 'none' }, null],
    ['another website', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['another website in a browser without Sec-Fetch-Site', { origin: 'https://evil.example' }, 403],
    [
      'another port of the same machine',
      { origin: 'https://portal.example:8443', 'sec-fetch-site': 'same-site' },
      403,
    ],
    ['our name without encryption', { origin: 'http://portal.example' }, 403],
    ['a page that hides where it is', { origin: 'null' }, 403],
    ['our origin, but the browser says otherwise', { origin: portal, 'sec-fetch-site': 'cross-site' }, 403],
    ['nowhere', {}, 403],
  ])('from %s', (_name, headers, status) => {
    expect(refusal('POST', '/api/reports', from(headers))).toBe(status);
    expect(refusal('DELETE', '/api/reports/1', { host: 'portal.example', ...headers })).toBe(status);
    expect(refusal('GET', '/api/reports', { host: 'portal.example', ...headers })).toBe(null);
  });

  test('a provider’s system is known by its token, not by where it is', () => {
    expect(refusal('POST', '/api/v1/reports', from({ authorization: 'Bearer abc' }))).toBe(null);
    expect(refusal('POST', '/api/v1/reports', from({ cookie: 'session=abc' }))).toBe(403);
    expect(refusal('POST', '/api/v1/reports', from({ cookie: 'session=abc', origin: 'null' }))).toBe(403);
    expect(refusal('POST', '/api/reports', from({ authorization: 'Bearer abc' }))).toBe(403);
  });

  test('a system that forgot its token, and has no session either, is asked for it by the route', () => {
    expect(refusal('POST', '/api/v1/reports', from({}))).toBe(null);
    expect(refusal('POST', '/api/v1/reports', from({ authorization: 'Basic abc' }))).toBe(null);
    expect(refusal('POST', '/api/reports', from({}))).toBe(403);
  });

  test('what calculates for anybody asks nobody where they are', () => {
    expect(refusal('POST', '/api/v1/compensation/evaluate', from({}))).toBe(null);
    expect(refusal('POST', '/api/v1/compensation/evaluate/', from({ cookie: 'session=abc' }))).toBe(403);
  });

  test('the portal may be reached by another name of the machine', () => {
    const headers = from({ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' });
    expect(checkRequest('POST', '/api/reports', headers, 'http://localhost:3000')).toBe(null);
  });
});

describe('addresses', () => {
  test.each([
    '/a%',
    '/%zz',
    '/%ff',
    '/%00',
    '/a%0ab',
    '/%2e%2e/x',
    '/../x',
    '/./x',
    '//evil.example',
    '/a//b',
    '/a%2fb',
    '/a%5cb',
    '/a\\b',
    '/å',
    '/a b',
    '/?a=%',
    '/?a=%c3',
    '/?a=%00',
    '/?a=<x>',
    'http://portal.example/',
    '*',
    '',
  ])('%s is refused', (target) => {
    expect(refusal('GET', target, own)).toBe(400);
  });

  test.each(['/', '/a/', '/granska/%C3%A5r?s=%C3%A5&s=a+b', "/a-b_c.d~e!$&'()*+,;=:@", '/?q=a|b{c}^d'])(
    '%s passes',
    (target) => {
      expect(refusal('GET', target, own)).toBe(null);
    },
  );

  test('one that is too long is refused as such', () => {
    expect(refusal('GET', `/${'a'.repeat(4096)}`, own)).toBe(414);
  });

  test('whatever encodeURIComponent makes of a sentence passes as part of a query', () => {
    const seen = fc.check(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        fc.pre(!/\p{Cc}/u.test(text) && text.isWellFormed());
        return refusal('GET', `/?q=${encodeURIComponent(text)}`, own) === null;
      }),
    );
    expect(seen.failed, `seed ${seen.seed}: ${JSON.stringify(seen.counterexample)}`).toBe(false);
  });
});

describe('headers', () => {
  test.each<[string, IncomingHttpHeaders]>([
    ['no host', { host: undefined }],
    ['a host with a path', { host: 'portal.example/x' }],
    ['letters beyond ASCII', { 'user-agent': 'å' }],
    ['a router state that is no JSON', { 'next-router-state-tree': '{' }],
    ['a router state of another shape', { 'next-router-state-tree': '%7B%7D' }],
  ])('%s is refused', (_name, headers) => {
    expect(refusal('GET', '/', { ...own, ...headers })).toBe(400);
  });

  test('Next’s own router state passes', () => {
    const state = encodeURIComponent(JSON.stringify(['', { children: ['__PAGE__', {}] }]));
    expect(refusal('GET', '/', { ...own, rsc: '1', 'next-router-state-tree': state })).toBe(null);
  });

  test('there are no server actions', () => {
    expect(refusal('POST', '/api/reports', { ...form, 'next-action': '0' })).toBe(405);
    expect(refusal('GET', '/', { ...own, 'next-action': '0' })).toBe(405);
  });
});

test('nothing that can be sent makes the check itself fail', () => {
  const headerValue = fc.option(fc.string(), { nil: undefined });
  const seen = fc.check(
    fc.property(
      fc.string(),
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
      ),
      fc.record({
        host: headerValue,
        origin: headerValue,
        'sec-fetch-site': headerValue,
        'content-type': headerValue,
        'content-length': headerValue,
        'transfer-encoding': headerValue,
        'next-router-state-tree': headerValue,
        authorization: headerValue,
      }),
      (method, target, headers) => {
        const status = checkRequest(method, target, headers, portal)?.status ?? 400;
        return status >= 400 && status < 500;
      },
    ),
    { numRuns: 2000 },
  );
  expect(seen.failed, `seed ${seen.seed}: ${JSON.stringify(seen.counterexample)}`).toBe(false);
});
