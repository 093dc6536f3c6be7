import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { duplicateKey } from '#lib/server/api/duplicate-key.ts';

test.each([
  ['{"a":1,"a":2}', '/a'],
  ['{"a":1,"b":{"a":1}}', null],
  ['[{"a":1},{"a":1}]', null],
  ['{"rows":[{"minutes":1},{"minutes":2,"form":"video","minutes":3}]}', '/rows/1/minutes'],
  [String.raw`{"a":1,"\u0061":2}`, '/a'],
  [String.raw`{"a\"":1,"a":":","b":"\"a\":1,"}`, null],
  ['{"a/b":{"~":1,"~":2}}', '/a~1b/~0'],
  ['{"a":["a","a",{"b":1}],"b":[[[1,2],{"c":1,"c":1}]]}', '/b/0/1/c'],
  ['{"__proto__":1,"__proto__":1}', '/__proto__'],
  ['"a"', null],
  ['[]', null],
])('%s', (text, pointer) => {
  expect(JSON.parse(text)).toBeDefined();
  expect(duplicateKey(text)).toBe(pointer);
});

test('what is written by JSON.stringify has no key twice', () => {
  const seen = fc.check(
    fc.property(fc.jsonValue(), (value) => duplicateKey(JSON.stringify(value, null, 1)) === null),
  );
  expect(seen.failed, `seed ${seen.seed}: ${JSON.stringify(seen.counterexample)}`).toBe(false);
});
