import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toReturnPath } from '#lib/shared/i18n/return-path.ts';

test('a page is led back to with what was asked of it', () => {
  expect(toReturnPath('/review?page=2&q=a%20b')).toBe('/review?page=2&q=a%20b');
  expect(toReturnPath('/')).toBe('/');
});

test.each([
  ['https://evil.example/'],
  ['//evil.example'],
  ['/\\evil.example'],
  ['/\t/evil.example'],
  ['/..//evil.example'],
  ['/.//evil.example'],
  ['\\\\evil.example'],
  ['javascript:alert(1)'],
  ['evil.example'],
  ['/api/auth/signout'],
  ['/a/../api/locale'],
  [''],
  [null],
  [undefined],
])('%j leads to the first page', (text) => {
  expect(toReturnPath(text)).toBe('/');
});

test('whatever is sent, a browser stays on this site and no line is added to the answer', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        '/',
        '\\',
        '.',
        '..',
        '\t',
        '\n',
        '\r',
        '//',
        '@',
        ':',
        'evil.example',
        '%2f',
        '?',
        '#',
        ' ',
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string(), fc.webUrl()), (text) => {
      const path = toReturnPath(text);
      const led = new URL(path, 'https://portal.example/here');
      expect(led.origin).toBe('https://portal.example');
      expect(path).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 5000 },
  );
});
