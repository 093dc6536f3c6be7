import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { makeNonce, policyFor, setSecurityHeaders } from '#lib/server/gate/security-headers.ts';

const settings = { issuerOrigin: 'https://login.example', https: true, development: false };

function directives(path: string, given = settings): ReadonlyMap<string, string> {
  const parts = policyFor(path, 'abc', given).split('; ');
  return new Map(
    parts.map((part) => [part.split(' ', 1)[0] ?? '', part.split(' ').slice(1).join(' ')] as const),
  );
}

test('of a page nothing runs without the nonce of its answer, and nothing comes from elsewhere', () => {
  const policy = directives('/provider');
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy.get('style-src')).toBe("'self' 'nonce-abc'");
  expect(policy.get('form-action')).toBe("'self' https://login.example");
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|http:/);
});

test.each(['/', '/api/v1/reports', '/api/evidence/1/file'])(
  '%s is framed by nobody, has no plug-ins and no other base',
  (path) => {
    const policy = directives(path);
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('object-src') ?? policy.get('default-src')).toBe("'none'");
  },
);

test('a file that somebody has handed in runs nothing, sends nothing and has no origin', () => {
  const policy = directives('/api/evidence/1/file');
  expect(policy.get('sandbox')).toBe('');
  expect(policy.has('script-src')).toBe(false);
  expect(policy.get('form-action')).toBe("'none'");
});

test('each answer has a nonce of 128 random bits', () => {
  const nonces = Array.from({ length: 100 }, makeNonce);
  expect(new Set(nonces).size).toBe(100);
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
});

test('by https browsers are told to stay with it, for two years and below the address too; by http nothing is promised', () => {
  const headersOf = (https: boolean) => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    setSecurityHeaders(response, policyFor('/', 'abc', { ...settings, https }), { ...settings, https });
    return response.getHeaders();
  };
  expect(headersOf(true)['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  expect(headersOf(false)['strict-transport-security']).toBeUndefined();
  expect(headersOf(true)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
});
