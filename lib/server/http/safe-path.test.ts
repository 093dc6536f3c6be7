import { describe, expect, it } from 'vitest';
import { safePath, withQueueOf, withSearch } from '#lib/server/http/safe-path.ts';

describe('nobody is sent out of the portal', () => {
  it.each(['/provider', '/provider/months/2026-10?page=2'])('keeps %s', (path) => {
    expect(safePath(path, '/home')).toBe(path);
  });

  it.each([
    null,
    undefined,
    '',
    'provider',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\nb',
    'javascript:alert(1)',
  ])('answers %j with the fallback', (path) => {
    expect(safePath(path, '/home')).toBe('/home');
  });

  it('adds to an address without losing what is there', () => {
    expect(withSearch('/a?page=2', 'attempt', 'x')).toBe('/a?page=2&attempt=x');
  });
});

describe('a form keeps its place in the queue', () => {
  it.each([
    [
      '/review/1',
      'http://portal.example/review/1?queue=show%3Dmine&at=4&attempt=x',
      '/review/1?queue=show%3Dmine&at=4',
    ],
    ['/review/1', 'http://portal.example/review/1?queue=', '/review/1?queue='],
    ['/review/1', 'http://portal.example/review/2?queue=', '/review/1'],
    ['/review/1', 'http://portal.example/review/1', '/review/1'],
    ['/review/1', 'not an address', '/review/1'],
    ['/review/1', null, '/review/1'],
  ])('%s from %s', (path, referer, expected) => {
    expect(withQueueOf(path, referer)).toBe(expected);
  });
});
